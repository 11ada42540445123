package org.refugio.bench.trial;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Sends at a fixed pace whatever the answers do, as people do who know nothing of each other. A latency counts from the
 * moment at which the command was meant to leave: when the system stands still, all that should have left meanwhile is
 * late, and shows it (no coordinated omission).
 */
record OpenLoop(int perSecond, Duration time) {

    /** One command: how long after its intended moment the answer was there. */
    record Sample(String kind, long nanos, boolean accepted) {}

    List<Sample> run(Supplier<PlannedCommand> next) {
        Queue<Sample> samples = new ConcurrentLinkedQueue<>();
        long count = perSecond * time.toMillis() / 1000;
        long gap = 1_000_000_000L / perSecond;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            for (long i = 0; i < count; i++) {
                long intended = start + i * gap;
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                senders.submit(() -> {
                    PlannedCommand shot = next.get();
                    boolean accepted = fire(shot);
                    samples.add(new Sample(shot.kind(), System.nanoTime() - intended, accepted));
                });
            }
        }
        return List.copyOf(samples);
    }

    private static boolean fire(PlannedCommand shot) {
        try {
            return shot.fire().getAsBoolean();
        } catch (RuntimeException e) {
            return false; // no answer at all is an error as well
        }
    }
}
