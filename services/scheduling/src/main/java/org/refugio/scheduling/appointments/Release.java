package org.refugio.scheduling.appointments;

import java.time.Instant;

/** Claims that are to be freed: again and again for an attempt that a stalled process may still be busy with. */
public record Release(Hold hold, Instant due) {}
