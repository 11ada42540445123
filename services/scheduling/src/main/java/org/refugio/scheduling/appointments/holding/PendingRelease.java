package org.refugio.scheduling.appointments.holding;

import java.time.Instant;

/**
 * Claims that are to be released. An abandoned attempt has several, because a stalled process may still take claims.
 */
public record PendingRelease(ClaimSet hold, Instant due) {}
