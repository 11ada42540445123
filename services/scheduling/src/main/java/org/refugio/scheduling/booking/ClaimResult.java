package org.refugio.scheduling.booking;

import java.util.List;

/** The result of taking claims. */
sealed interface ClaimResult {

    /** All claims were taken. */
    record All() implements ClaimResult {}

    /** These claims belong to other appointments. */
    record Conflict(List<String> claimIds) implements ClaimResult {}
}
