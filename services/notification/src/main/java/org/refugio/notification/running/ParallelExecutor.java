package org.refugio.notification.running;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToIntFunction;

/** Applies a task to many items concurrently; the store groups concurrent writes into one disk flush. */
public final class ParallelExecutor implements AutoCloseable {

    private final ExecutorService executor;

    public ParallelExecutor(String name, int concurrency) {
        this.executor = Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().name(name, 0).factory());
    }

    /**
     * The sum of all results. A failure does not prevent the other items from being processed.
     *
     * @throws RuntimeException the first failure, after all items were processed
     */
    public <T> int sum(List<T> items, ToIntFunction<T> task) {
        List<Future<Integer>> submitted = new ArrayList<>();
        items.forEach(each -> submitted.add(executor.submit(() -> task.applyAsInt(each))));
        int sum = 0;
        RuntimeException failure = null;
        for (Future<Integer> each : submitted) {
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
        executor.close();
    }
}
