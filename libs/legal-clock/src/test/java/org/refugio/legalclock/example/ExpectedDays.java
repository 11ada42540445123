package org.refugio.legalclock.example;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of a line {@code skipped}: weekends, single days and ranges; a later entry replaces an earlier one. */
final class ExpectedDays {

    private static final Pattern ENTRY = Pattern.compile("(\\S+)(?: to (\\S+))? (.+) \\((.+)\\)");

    private final Map<LocalDate, Reason> days = new TreeMap<>();

    /** Part of the reason and the citation, or any reason for a weekend. */
    record Reason(String why, String citation) {}

    ExpectedDays(String text, LocalDate from, LocalDate due) {
        for (String entry : text.split("; ")) {
            switch (entry) {
                case "none" -> {
                }
                case "weekends" -> from.plusDays(1).datesUntil(due).filter(ExpectedDays::weekend)
                        .forEach(day -> days.put(day, new Reason("", "")));
                default -> add(entry);
            }
        }
    }

    private void add(String text) {
        Matcher entry = ENTRY.matcher(text);
        if (!entry.matches()) {
            throw new IllegalArgumentException("not a skipped day: " + text);
        }
        LocalDate first = LocalDate.parse(entry.group(1));
        LocalDate last = entry.group(2) == null ? first : LocalDate.parse(entry.group(2));
        String why = entry.group(3);
        boolean weekends = why.equals("Saturday or Sunday");
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day,
                weekend(day) ? new Reason("", "") : new Reason(weekends ? "" : why, entry.group(4))));
    }

    Map<LocalDate, Reason> days() {
        return days;
    }

    private static boolean weekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
