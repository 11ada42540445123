package org.refugio.store.engine;

import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.Snapshot;

/** A state of the store that is on disk. It is kept as long as a reader uses it. */
final class DurableSnapshot {

    private final RocksDB db;
    private final Snapshot snapshot;
    private final ReadOptions options;
    private final long sequence;
    private final AtomicInteger users = new AtomicInteger(1);

    DurableSnapshot(RocksDB db, Snapshot snapshot) {
        this.db = db;
        this.snapshot = snapshot;
        this.sequence = snapshot.getSequenceNumber();
        this.options = new ReadOptions().setSnapshot(snapshot);
    }

    /** The number of the last change that it contains. */
    long sequence() {
        return sequence;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    ReadOptions options() {
        return options;
    }

    /** Whether it can be used; then {@link #release} must follow. */
    boolean acquire() {
        return users.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
    }

    void release() {
        if (users.decrementAndGet() == 0) {
            options.close();
            db.releaseSnapshot(snapshot);
            snapshot.close();
        }
    }
}
