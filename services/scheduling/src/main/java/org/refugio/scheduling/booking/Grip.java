package org.refugio.scheduling.booking;

import java.util.List;

/** How an attempt to take claims ended. */
sealed interface Grip {

    /** All are ours. */
    record All() implements Grip {}

    /** These are somebody else's. */
    record Conflict(List<String> claimIds) implements Grip {}
}
