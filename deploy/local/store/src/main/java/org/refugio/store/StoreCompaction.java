package org.refugio.store;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Compacts the file in small steps. A compaction commits, so it runs while no command is running, and each step is
 * short.
 */
final class StoreCompaction implements AutoCloseable {

    private static final long PERIOD_MILLIS = 2000;
    private static final int FILL_PERCENT = 50;
    private static final int STEP_BYTES = 1 << 20;

    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("compaction").factory());

    StoreCompaction(MVStore store, GroupCommit commit, StoragePanicHandler panic) {
        timer.scheduleWithFixedDelay(() -> {
            try {
                commit.alone(() -> {
                    if (!store.isClosed()) {
                        store.compact(FILL_PERCENT, STEP_BYTES);
                    }
                });
            } catch (MVStoreException e) {
                panic.now(e);
            }
        }, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
