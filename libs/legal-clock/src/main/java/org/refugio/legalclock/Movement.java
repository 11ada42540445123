package org.refugio.legalclock;

import java.time.LocalDate;

/**
 * Whether a deadline moves when the data changes. A date is null while its term is suspended without an end.
 *
 * @param moved whether one of the two dates changes
 */
public record Movement(boolean moved, LocalDate nominalBefore, LocalDate nominalAfter, LocalDate earliestBefore,
        LocalDate earliestAfter) {}
