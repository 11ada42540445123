package org.refugio.messaging.background;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;

/** Applies a task to many items concurrently; the store groups concurrent writes into one disk flush. */
public final class ParallelExecutor implements AutoCloseable {

    private final ExecutorService executor;

    public ParallelExecutor(String name, int concurrency) {
        this.executor = Executors.newFixedThreadPool(concurrency, Thread.ofVirtual().name(name, 0).factory());
    }

    /**
     * The sum of all results, after all items were processed, also when the thread is interrupted. A failure does not prevent
     * the other items from being processed.
     *
     * @throws RuntimeException the first failure; a {@link CompletionException} when it is an {@link Error}
     */
    public <T> int sum(Collection<T> items, ToIntFunction<T> task) {
        List<CompletableFuture<Integer>> running = items.stream()
                .map(each -> CompletableFuture.supplyAsync(() -> task.applyAsInt(each), executor)).toList();
        int sum = 0;
        RuntimeException failure = null;
        for (CompletableFuture<Integer> each : running) {
            try {
                sum += each.join();
            } catch (CompletionException e) {
                RuntimeException own = e.getCause() instanceof RuntimeException cause ? cause : e;
                failure = failure == null ? own : failure;
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
