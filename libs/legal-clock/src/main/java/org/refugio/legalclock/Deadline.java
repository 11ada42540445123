package org.refugio.legalclock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The answer.
 *
 * @param nominal the last day when everything is excluded that the authority's own calendar excludes; null while
 *     the term is suspended without an end
 * @param earliestDefensible the last day when only those days are excluded that every calendar agrees on, never
 *     later than the nominal one; reminders work from it; null while the term is suspended without an end
 * @param nominalInstant the closing hour of the office on the nominal date; null when that is
 * @param skipped the days that do not count up to the nominal date, in order
 * @param citations the articles that the answer rests on
 * @param warnings what is not verified; never empty unless every entry used was compared with its source
 * @param ruleVersion of the rules file
 * @param calendarVersion of the calendar and of the holiday files it names, for instance
 *     {@code comar 2026.1; lfpa-28 2026.1; lft-74 2026.1}
 * @param count how it was counted
 */
public record Deadline(String rule, LocalDate from, LocalDate nominal, LocalDate earliestDefensible,
        Instant nominalInstant, List<SkippedDay> skipped, List<String> citations, List<String> warnings,
        String ruleVersion, String calendarVersion, Count count) {

    public Deadline {
        skipped = List.copyOf(skipped);
        citations = List.copyOf(citations);
        warnings = List.copyOf(warnings);
    }
}
