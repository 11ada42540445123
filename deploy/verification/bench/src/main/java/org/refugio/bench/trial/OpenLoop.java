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
 * Sends at a fixed rate, independent of the responses. A latency is counted from the intended send time, so that a
 * standstill of the system is visible in all commands that it delays (no coordinated omission).
 */
record OpenLoop(int perSecond, Duration time) {

    /** The latency of one command, from its intended send time. */
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
            return false; // a missing answer is an error as well
        }
    }
}
