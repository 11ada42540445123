package org.refugio.legalclock.property;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * A shipped rule, written a second time from the statutes.
 *
 * @param nominal the days that do not count for the nominal date
 * @param earliest the days that do not count for the earliest defensible date
 */
record ShippedRule(String id, int days, int extension, Predicate<LocalDate> nominal, Predicate<LocalDate> earliest) {

    private static final Predicate<LocalDate> NO_DAY = day -> false;

    static List<ShippedRule> all() {
        return List.of(administrative("file-application", 30, 0), administrative("justify-late-filing", 5, 0),
                administrative("ratify-filing", 3, 0), administrative("decision", 45, 45),
                administrative("decision-extension", 45, 0), administrative("notify-decision", 10, 0),
                administrative("review", 15, 0), administrative("cessation", 45, 0),
                administrative("derivative-own-application", 30, 0), administrative("arco-answer", 20, 0),
                administrative("arco-carry-out", 15, 0),
                new ShippedRule("amparo", 15, 0, Articles::amparo19, Articles::amparo19),
                // The tribunal's own days are not at hand, so that no day is excluded.
                new ShippedRule("nullity-suit", 30, 0, NO_DAY, NO_DAY),
                // Calendar days that end as they are.
                new ShippedRule("temporary-curp", 180, 180, NO_DAY, NO_DAY));
    }

    private static ShippedRule administrative(String id, int days, int extension) {
        return new ShippedRule(id, days, extension, Articles::lfpa28,
                day -> Articles.lfpa28(day) && Articles.lft74(day));
    }

    LocalDate nominal(LocalDate from, int extended) {
        return walk(from, days + extended, nominal);
    }

    LocalDate earliest(LocalDate from, int extended) {
        return walk(from, days + extended, earliest);
    }

    private static LocalDate walk(LocalDate from, int days, Predicate<LocalDate> rest) {
        LocalDate day = from;
        for (int left = days; left > 0; left -= rest.test(day) ? 0 : 1) {
            day = day.plusDays(1);
        }
        return day;
    }
}
