package org.refugio.legalclock.property;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.refugio.legalclock.model.ModelHoliday;
import org.refugio.legalclock.model.ModelHoliday.Fixed;
import org.refugio.legalclock.model.ModelHoliday.Movable;
import org.refugio.legalclock.model.ModelHoliday.SixYearly;
import org.refugio.legalclock.model.ModelHoliday.Weekly;

/** Random holidays of a law, of every kind, with and without the dates between which they apply. */
final class RandomHolidays {

    private RandomHolidays() {
    }

    static Arbitrary<List<ModelHoliday>> law() {
        return Combinators.combine(weekly(), yearly().list().ofMaxSize(12)).as((weekly, yearly) -> {
            List<ModelHoliday> all = new ArrayList<>(weekly);
            all.addAll(yearly);
            return all;
        });
    }

    private static Arbitrary<List<ModelHoliday>> weekly() {
        Arbitrary<ModelHoliday> sunday = Arbitraries.just(new Weekly(DayOfWeek.SUNDAY, null, null));
        Arbitrary<ModelHoliday> second = Combinators
                .combine(Arbitraries.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SATURDAY), limits())
                .as((day, limits) -> new Weekly(day, limits.from(), limits.until()));
        return Combinators.combine(sunday, second).as(List::of);
    }

    static Arbitrary<ModelHoliday> yearly() {
        return Arbitraries.oneOf(fixed(), movable(), sixYearly());
    }

    private static Arbitrary<ModelHoliday> fixed() {
        return Combinators.combine(monthDays(), limits()).as((day, limits) -> new Fixed(day, limits.from(),
                limits.until()));
    }

    private static Arbitrary<ModelHoliday> movable() {
        return Combinators
                .combine(Arbitraries.of(DayOfWeek.class), Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(1, 12), limits())
                .as((day, nth, month, limits) -> new Movable(day, nth, month, limits.from(), limits.until()));
    }

    private static Arbitrary<ModelHoliday> sixYearly() {
        return Combinators.combine(monthDays(), Arbitraries.integers().between(2000, 2050), limits())
                .as((day, year, limits) -> new SixYearly(day, year, limits.from(), limits.until()));
    }

    private static Arbitrary<MonthDay> monthDays() {
        return Arbitraries.oneOf(Arbitraries.of(MonthDay.of(2, 29), MonthDay.of(2, 28), MonthDay.of(12, 31)),
                Arbitraries.integers().between(0, 365)
                        .map(day -> MonthDay.from(LocalDate.of(2024, 1, 1).plusDays(day))));
    }

    private record Limits(LocalDate from, LocalDate until) {}

    /** None, one or both limits; both in order. */
    private static Arbitrary<Limits> limits() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 20 * 365).map(LocalDate.of(2020, 1, 1)::plusDays);
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(new Limits(null, null))),
                Tuple.of(1, day.map(each -> new Limits(each, null))),
                Tuple.of(1, day.map(each -> new Limits(null, each))),
                Tuple.of(1, Combinators.combine(day, Arbitraries.integers().between(0, 2000))
                        .as((each, length) -> new Limits(each, each.plusDays(length)))));
    }
}
