package org.refugio.legalclock.data;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which offices are closed by a published notice: a closure or a suspension.
 *
 * @param municipalities where; empty means everywhere
 * @param why for instance the year-end closure
 */
public record ClosedPeriod(Period period, Set<String> municipalities, LocalizedText why, String citation) {

    public ClosedPeriod {
        municipalities = Set.copyOf(municipalities);
    }

    /** Whether the office of the municipality is closed on the date. */
    public boolean covers(LocalDate date, String municipality) {
        return appliesTo(municipality) && period.includes(date);
    }

    /** Whether it concerns the municipality. */
    public boolean appliesTo(String municipality) {
        return municipalities.isEmpty() || municipalities.contains(municipality);
    }

    /** Whether some municipality would be closed twice on a day. */
    public boolean overlaps(ClosedPeriod other) {
        return period.overlaps(other.period) && (municipalities.isEmpty() || other.municipalities.isEmpty()
                || municipalities.stream().anyMatch(other.municipalities::contains));
    }
}
