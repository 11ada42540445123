package org.refugio.scheduling.booking;

import java.util.List;

/** How an attempt to take claims ended. */
sealed interface ClaimResult {

    /** All are ours. */
    record All() implements ClaimResult {}

    /** These are somebody else's. */
    record Conflict(List<String> claimIds) implements ClaimResult {}
}
