package org.refugio.store.engine;

import java.util.concurrent.locks.ReentrantLock;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * Makes changes durable, many in one forced write of the log, and publishes the state that is on disk to readers.
 * Readers never wait: they see the last published state.
 */
final class DurableState implements AutoCloseable {

    private final RocksDB db;
    private final boolean forced;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile DurableSnapshot published;

    DurableState(RocksDB db, boolean forced) {
        this.db = db;
        this.forced = forced;
        this.published = new DurableSnapshot(db, db.getSnapshot());
    }

    /** The last durable state; to be released after use. */
    DurableSnapshot acquire() {
        while (true) {
            DurableSnapshot last = published;
            if (last.acquire()) {
                return last;
            }
        }
    }

    /** Wait until every change that has been made so far is durable. */
    void await() {
        long wanted = db.getLatestSequenceNumber();
        if (published.sequence() >= wanted) {
            return;
        }
        turn.lock();
        try {
            if (published.sequence() < wanted) {
                force();
            }
        } finally {
            turn.unlock();
        }
    }

    private void force() {
        // taken before the log is forced, so that everything in it is on disk afterwards
        DurableSnapshot next = new DurableSnapshot(db, db.getSnapshot());
        try {
            db.flushWal(forced);
        } catch (RocksDBException e) {
            next.release();
            throw new StorageFailure("the log cannot be written", e);
        }
        DurableSnapshot last = published;
        published = next;
        last.release();
    }

    @Override
    public void close() {
        turn.lock();
        try {
            published.release();
        } finally {
            turn.unlock();
        }
    }
}
