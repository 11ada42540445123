package org.refugio.legalclock;

import java.time.LocalDate;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.Municipality;

/** A request with the rule and the calendar that it names. */
record ResolvedRequest(DeadlineRequest request, CountedRule rule, AuthorityCalendar calendar,
        Municipality municipality, CompiledCalendar compiled) {

    /** The offset of the nominal date; {@link WorkingDays#NONE} while suspended without an end. */
    int nominal() {
        return lastDay(compiled.nominal());
    }

    /** The offset of the earliest defensible date; {@link WorkingDays#NONE} while suspended without an end. */
    int earliest() {
        return lastDay(compiled.earliest());
    }

    /** The date, or null for {@link WorkingDays#NONE}. */
    static LocalDate date(int offset) {
        return offset == WorkingDays.NONE ? null : WorkingDays.date(offset);
    }

    private int lastDay(WorkingDays days) {
        int last = CompiledCalendar.lastDay(days, rule, WorkingDays.offset(request.from()), request.extensionDays());
        if (last == WorkingDays.NONE && compiled.openSince().isEmpty()) {
            throw new DeadlineNotComputable(
                    "the term ends after " + WorkingDays.LAST + ", the last day of the calendars");
        }
        return last;
    }
}
