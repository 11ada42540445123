package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.Optional;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.ClosedPeriod;
import org.refugio.legalclock.data.HolidaySet;
import org.refugio.legalclock.data.Municipality;
import org.refugio.legalclock.data.RestDay;

/**
 * Why an office does not work on a day: the first entry of the holiday files, then of the closures, then of the
 * suspensions.
 */
record NonWorkingDays(AuthorityCalendar calendar, Municipality municipality) {

    /** The day with its reason, or nothing when the office works. */
    Optional<DayOfCount> reason(LocalDate date, int number) {
        for (HolidaySet set : calendar.holidays()) {
            Optional<RestDay> rest = set.restOn(date);
            if (rest.isPresent()) {
                RestDay day = rest.get();
                return Optional.of(new DayOfCount(date, number, day instanceof RestDay.Weekly
                        ? DayOfCount.Kind.WEEKLY_REST
                        : DayOfCount.Kind.HOLIDAY, day.name(), day.citation()));
            }
        }
        return closed(calendar.closures(), date, number, DayOfCount.Kind.CLOSURE)
                .or(() -> closed(calendar.suspensions(), date, number, DayOfCount.Kind.SUSPENSION));
    }

    private Optional<DayOfCount> closed(Iterable<ClosedPeriod> periods, LocalDate date, int number,
            DayOfCount.Kind kind) {
        for (ClosedPeriod period : periods) {
            if (period.covers(date, municipality.id())) {
                return Optional.of(new DayOfCount(date, number, kind, period.why(), period.citation()));
            }
        }
        return Optional.empty();
    }
}
