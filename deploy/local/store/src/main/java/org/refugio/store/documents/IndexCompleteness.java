package org.refugio.store.documents;

import org.refugio.store.engine.KeySpace;
import org.refugio.store.engine.StoreEngine;

/**
 * Whether an index contains all documents, as a record among its entries: a reader that sees a state from before the
 * index was complete must not use it.
 */
final class IndexCompleteness {

    private static final byte[] COMPLETE = {0, 0};
    private static final byte[] NOTHING = {};
    private static final long UNKNOWN = -1;

    private final StoreEngine engine;
    private final KeySpace entries;
    /** The number of a durable change after which the index was complete. */
    private volatile long completeAt = UNKNOWN;

    IndexCompleteness(StoreEngine engine, KeySpace entries) {
        this.engine = engine;
        this.entries = entries;
    }

    /** For the state that the current work sees. */
    boolean isComplete() {
        long seen = engine.seen();
        long at = completeAt;
        if (at != UNKNOWN && seen >= at) {
            return true;
        }
        boolean complete = entries.get(COMPLETE) != null;
        if (complete && seen != Long.MAX_VALUE) {
            completeAt = seen;
        }
        return complete;
    }

    void complete() {
        entries.put(COMPLETE, NOTHING);
    }
}
