package org.refugio.access.audit;

import java.util.List;

/**
 * What a look at the whole trail found. A trail that was cut off at its end looks whole: compare the heads with an
 * earlier run's.
 *
 * @param heads the last entry of each chain
 */
public record AuditVerification(long entries, List<Fault> faults, List<Head> heads) {

    /** What is wrong with an entry. */
    public enum Kind {
        /** Its content is not what was written. */
        CHANGED,
        /** It is not there. */
        MISSING,
        /** It stands where it was not written, or what stands before it is not what did. */
        MISPLACED
    }

    /** One entry that is not as it was written. */
    public record Fault(String chain, long n, Kind kind) {}

    /** Where a chain ends. */
    public record Head(String chain, long n, String hash) {}

    /** Whether nothing was found. */
    public boolean sound() {
        return faults.isEmpty();
    }
}
