package org.refugio.access.audit;

import java.util.List;

/**
 * The result of a verification, or of a part of it. A truncation at the end is not a fault in itself: compare the heads with
 * those of an earlier verification or of the log.
 *
 * @param entries the number of entries verified so far, from the first
 * @param total the store's estimate of the number of entries in the trail at the moment
 * @param faults where the entries of this part are not as they were written
 * @param heads the last verified entry of each chain
 * @param next where the verification continues; null when the end of the trail was reached
 */
public record AuditVerification(long entries, long total, List<Fault> faults, List<Head> heads, String next) {

    /** The kind of a fault. */
    public enum Kind {
        /** The content of the entry was changed. */
        CHANGED,
        /** The entries are missing, and a later one exists. */
        MISSING,
        /** The entry, or its predecessor, is at another place than it was written. */
        MISPLACED,
        /** The trail has entries without a number in a chain; {@code last} says how many. */
        OUTSIDE
    }

    /** Entries that are not as they were written; {@code first} to {@code last} are their numbers in the chain, from 1. */
    public record Fault(String chain, long first, long last, Kind kind) {}

    /** The last entry of a chain; {@code n} is its number. */
    public record Head(String chain, long n, String hash) {}

    /** Whether the end was reached and there are no faults. */
    public boolean intact() {
        return next == null && faults.isEmpty();
    }
}
