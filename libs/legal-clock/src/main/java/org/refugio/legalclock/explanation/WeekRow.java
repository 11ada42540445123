package org.refugio.legalclock.explanation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.refugio.legalclock.DayOfCount;
import org.refugio.legalclock.Deadline;

/** A row of the picture. */
sealed interface WeekRow {

    /** The days of one week that belong to the count, by date. */
    record Week(LocalDate monday, Map<LocalDate, DayOfCount> days) implements WeekRow {

        private boolean uncounted() {
            return days.size() == 7 && days.values().stream().allMatch(DayOfCount::skipped);
        }
    }

    /** Weeks without a counted day that are left out, so that a long suspension fits on the page. */
    record LeftOut(int weeks) implements WeekRow {}

    /** Fewer weeks than this are drawn one by one. */
    int LONG_RUN = 5;

    /** The rows from the week of the trigger to the week of the last day. */
    static List<WeekRow> of(Deadline deadline) {
        Map<LocalDate, Map<LocalDate, DayOfCount>> byMonday = new TreeMap<>();
        byMonday.put(monday(deadline.from()), new TreeMap<>());
        deadline.count().days().forEach(
                day -> byMonday.computeIfAbsent(monday(day.date()), each -> new TreeMap<>()).put(day.date(), day));
        List<WeekRow> rows = new ArrayList<>();
        List<Week> run = new ArrayList<>();
        byMonday.forEach((monday, days) -> {
            Week week = new Week(monday, days);
            if (week.uncounted()) {
                run.add(week);
            } else {
                addRun(rows, run);
                rows.add(week);
            }
        });
        addRun(rows, run);
        return rows;
    }

    private static void addRun(List<WeekRow> rows, List<Week> run) {
        if (run.size() < LONG_RUN) {
            rows.addAll(run);
        } else {
            rows.add(run.getFirst());
            rows.add(new LeftOut(run.size() - 2));
            rows.add(run.getLast());
        }
        run.clear();
    }

    private static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
