package org.refugio.scheduling.appointments.holding;

import java.time.Instant;

/** Claims that are to be freed: again and again for an attempt that a stalled process may still be busy with. */
public record PendingRelease(ClaimSet hold, Instant due) {}
