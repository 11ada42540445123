package org.refugio.legalclock;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.refugio.legalclock.data.AuthorityCalendar;
import org.refugio.legalclock.data.ClosedPeriod;
import org.refugio.legalclock.data.CountUnit;
import org.refugio.legalclock.data.CountedRule;
import org.refugio.legalclock.data.HolidaySet;

/**
 * The working days of one authority at the offices that share the same closures and suspensions, for both dates.
 *
 * @param openSince the first day of a suspension without an end
 */
record CompiledCalendar(WorkingDays nominal, WorkingDays earliest, Optional<LocalDate> openSince) {

    /**
     * @param restDays the offsets of the rest days of a law
     * @param closures those of the office, as suspensions
     */
    static CompiledCalendar of(AuthorityCalendar calendar, Function<HolidaySet, BitSet> restDays,
            List<ClosedPeriod> closures, List<ClosedPeriod> suspensions) {
        BitSet rest = new BitSet(WorkingDays.SIZE);
        calendar.holidays().forEach(set -> rest.or(restDays.apply(set)));
        BitSet agreed = (BitSet) rest.clone();
        calendar.alsoInvoked().forEach(set -> agreed.and(restDays.apply(set)));
        closures.forEach(closure -> mark(rest, closure));
        for (ClosedPeriod suspension : suspensions) {
            mark(rest, suspension);
            mark(agreed, suspension);
        }
        WorkingDays nominal = new WorkingDays(rest);
        WorkingDays earliest = calendar.alsoInvoked().isEmpty() ? nominal : new WorkingDays(agreed);
        return new CompiledCalendar(nominal, earliest, suspensions.stream().map(ClosedPeriod::period)
                .filter(period -> period.open()).map(period -> period.from()).findFirst());
    }

    /** The last day of a term as an offset, or {@link WorkingDays#NONE}; an extension continues from the last day. */
    static int lastDay(WorkingDays days, CountedRule rule, int from, int extension) {
        int end = endOfTerm(days, rule, from, rule.value());
        return extension == 0 || end == WorkingDays.NONE ? end : endOfTerm(days, rule, end, extension);
    }

    static int endOfTerm(WorkingDays days, CountedRule rule, int from, int n) {
        if (rule.unit() == CountUnit.WORKING_DAYS) {
            return days.after(from, n);
        }
        int end = from + n;
        if (end >= WorkingDays.SIZE) {
            return WorkingDays.NONE;
        }
        return rule.lastDay().rolls() ? days.onOrAfter(end) : end;
    }

    static BitSet restDays(HolidaySet set) {
        BitSet days = new BitSet(WorkingDays.SIZE);
        for (int offset = 0; offset < WorkingDays.SIZE; offset++) {
            if (set.restOn(WorkingDays.date(offset)).isPresent()) {
                days.set(offset);
            }
        }
        return days;
    }

    private static void mark(BitSet days, ClosedPeriod closed) {
        LocalDate from = closed.period().from();
        LocalDate until = closed.period().until();
        if (!from.isAfter(WorkingDays.LAST) && !until.isBefore(WorkingDays.FIRST)) {
            days.set(from.isBefore(WorkingDays.FIRST) ? 0 : WorkingDays.offset(from),
                    until.isAfter(WorkingDays.LAST) ? WorkingDays.SIZE : WorkingDays.offset(until) + 1);
        }
    }
}
