package org.refugio.access.audit;

import java.util.List;

/**
 * The result of a verification of the whole trail. A truncation at the end is not a fault in itself: compare the heads with
 * those of an earlier verification or of the log.
 *
 * @param entries the number of entries
 * @param faults the entries that are not as they were written
 * @param heads the last entry of each chain
 */
public record AuditVerification(long entries, List<Fault> faults, List<Head> heads) {

    /** The kind of a fault. */
    public enum Kind {
        /** The content of the entry was changed. */
        CHANGED,
        /** The entry is missing. */
        MISSING,
        /** The entry, or its predecessor, is at another place than it was written. */
        MISPLACED
    }

    /** An entry that is not as it was written; {@code n} is its number in the chain, from 1. */
    public record Fault(String chain, long n, Kind kind) {}

    /** The last entry of a chain; {@code n} is its number, 0 when the chain is empty. */
    public record Head(String chain, long n, String hash) {}

    /** Whether there are no faults. */
    public boolean intact() {
        return faults.isEmpty();
    }
}
