package org.refugio.messaging.consumer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.refugio.messaging.failure.TransientFailure;

/** Runs a task for several items at the same time, so that their writes share a forced write of the store. */
final class SideBySide {

    /** In all pipelines of the process; each task uses a connection to the store. */
    private static final Semaphore PERMITS = new Semaphore(16);

    private SideBySide() {
    }

    /**
     * Returns when the task has ended for every item. A failure of one does not stop the others.
     *
     * @throws RuntimeException the first failure
     * @throws TransientFailure when the thread is interrupted
     */
    static <T> void run(Collection<T> items, Consumer<T> task) {
        if (items.size() == 1) {
            task.accept(items.iterator().next());
            return;
        }
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            items.forEach(item -> running.add(threads.submit(() -> runWithPermit(item, task))));
        } // waits for all, also when it is interrupted
        running.forEach(SideBySide::rethrow);
    }

    private static <T> void runWithPermit(T item, Consumer<T> task) {
        try {
            PERMITS.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted", e);
        }
        try {
            task.accept(item);
        } finally {
            PERMITS.release();
        }
    }

    private static void rethrow(Future<?> ended) {
        try {
            ended.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? failure
                    : new TransientFailure("a handler ended with " + e.getCause().getClass().getName(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransientFailure("interrupted", e);
        }
    }
}
