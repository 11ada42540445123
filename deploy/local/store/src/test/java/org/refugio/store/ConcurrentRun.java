package org.refugio.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the same work on many threads that start at the same time; an exception of one fails the test. */
final class ConcurrentRun {

    @FunctionalInterface
    interface Work<T> {
        T run(int thread) throws Exception;
    }

    private ConcurrentRun() {
    }

    static <T> List<T> run(int threads, Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int thread = i;
                all.add(() -> {
                    start.await();
                    return work.run(thread);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(all)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
