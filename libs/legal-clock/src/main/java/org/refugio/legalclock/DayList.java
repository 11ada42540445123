package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.refugio.legalclock.data.CountUnit;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.LocalizedText;

/** Builds the list of days of a count, in order. */
final class DayList {

    private static final LocalizedText NOTHING = new LocalizedText("", "");

    private final CountedRule rule;
    private final NonWorkingDays nonWorking;
    private final List<DayOfCount> days = new ArrayList<>();
    private int counted;

    DayList(CountedRule rule, NonWorkingDays nonWorking) {
        this.rule = rule;
        this.nonWorking = nonWorking;
    }

    /**
     * Add a term, or an extension, of n days after {@code from} that ends on {@code until}; {@code until} is
     * earlier than its n-th day when a suspension without an end is met.
     */
    DayList term(LocalDate from, LocalDate until, int n) {
        int last = counted + n;
        for (LocalDate date = from.plusDays(1); !date.isAfter(until); date = date.plusDays(1)) {
            days.add(rule.unit() == CountUnit.WORKING_DAYS ? workingDay(date) : calendarDay(date, last));
        }
        return this;
    }

    List<DayOfCount> days() {
        return days;
    }

    private DayOfCount workingDay(LocalDate date) {
        return nonWorking.reason(date, 0).orElseGet(() -> working(date, ++counted));
    }

    /** Inside the term every day counts; what the last day is matters only when it may roll. */
    private DayOfCount calendarDay(LocalDate date, int last) {
        int number = counted < last ? ++counted : 0;
        boolean beforeLast = number > 0 && number < last;
        return beforeLast || !rule.lastDay().rolls()
                ? working(date, number)
                : nonWorking.reason(date, number).orElseGet(() -> working(date, number));
    }

    private static DayOfCount working(LocalDate date, int number) {
        return new DayOfCount(date, number, DayOfCount.Kind.WORKING, NOTHING, "");
    }
}
