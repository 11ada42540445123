package org.refugio.notification.running;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/** Does the same with each of many, some at once: the store forces writes that come together to disk together. */
public final class ParallelExecutor implements AutoCloseable {

    private final ExecutorService hands;

    public ParallelExecutor(String name, int atOnce) {
        this.hands = Executors.newFixedThreadPool(atOnce, Thread.ofVirtual().name(name, 0).factory());
    }

    /**
     * The sum over all. One that fails does not keep the others from being done.
     *
     * @throws RuntimeException the first failure, after all were tried
     */
    public <T> int sum(List<T> all, ToIntFunction<T> work) {
        List<Future<Integer>> begun = new ArrayList<>();
        all.forEach(each -> begun.add(hands.submit(() -> work.applyAsInt(each))));
        int sum = 0;
        RuntimeException failure = null;
        for (Future<Integer> each : begun) {
            try {
                sum += each.get();
            } catch (ExecutionException e) {
                failure = failure == null && e.getCause() instanceof RuntimeException cause ? cause : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
        return sum;
    }

    @Override
    public void close() {
        hands.close();
    }
}
