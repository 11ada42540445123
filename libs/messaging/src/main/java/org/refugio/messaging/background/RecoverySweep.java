package org.refugio.messaging.background;

import java.util.function.BooleanSupplier;

/**
 * A search for work that was left undone. While this process knows of such work every call searches; otherwise every tenth,
 * because a process that has ended may have left some. The first call searches.
 */
public final class RecoverySweep implements Runnable {

    private static final int WITHOUT_KNOWN_WORK = 10;

    private final BooleanSupplier knownWork;
    private final Runnable search;
    private int skipped = WITHOUT_KNOWN_WORK;

    /** @param knownWork whether this process knows of work; it is asked before each search */
    public RecoverySweep(BooleanSupplier knownWork, Runnable search) {
        this.knownWork = knownWork;
        this.search = search;
    }

    @Override
    public synchronized void run() {
        if (++skipped >= WITHOUT_KNOWN_WORK || knownWork.getAsBoolean()) {
            search.run(); // after a failure the next call searches again
            skipped = 0;
        }
    }
}
