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

    /** The status of a command without a response. */
    static final int NO_ANSWER = 0;

    /**
     * One command.
     *
     * @param sentAt its intended send time, in nanoseconds from the begin of the load
     * @param nanos its latency, from the intended send time
     * @param status of the response, or {@link #NO_ANSWER}
     */
    record Sample(String kind, long sentAt, long nanos, int status) {

        boolean accepted() {
            return status / 100 == 2;
        }

        long endedAt() {
            return sentAt + nanos;
        }
    }

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
                    int status = fire(shot);
                    samples.add(new Sample(shot.kind(), intended - start, System.nanoTime() - intended, status));
                });
            }
        }
        return List.copyOf(samples);
    }

    private static int fire(PlannedCommand shot) {
        try {
            return shot.fire().getAsInt();
        } catch (RuntimeException e) {
            return NO_ANSWER; // which is an error as well
        }
    }
}
