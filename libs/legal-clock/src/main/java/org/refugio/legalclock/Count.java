package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.LocalizedText;
import org.refugio.legalclock.data.Municipality;

/**
 * How a deadline was counted: what a text or a picture needs.
 *
 * @param extensionDays in the unit of the rule
 * @param suspendedSince the first day of the suspension without an end that the count meets
 * @param days from the day after the trigger to the nominal date, or to the first suspended day
 */
public record Count(CountedRule rule, AuthorityCalendar calendar, Municipality municipality, int extensionDays,
        Optional<LocalDate> suspendedSince, List<DayOfCount> days, List<LocalizedText> warnings) {

    public Count {
        days = List.copyOf(days);
        warnings = List.copyOf(warnings);
    }
}
