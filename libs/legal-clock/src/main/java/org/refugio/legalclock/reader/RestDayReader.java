package org.refugio.legalclock.reader;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import org.refugio.legalclock.data.LocalizedText;
import org.refugio.legalclock.data.RestDay;

/** Reads one rest day of a holiday file. */
final class RestDayReader {

    private static final List<LocalizedText> WEEKDAYS = List.of(new LocalizedText("Monday", "lunes"),
            new LocalizedText("Tuesday", "martes"), new LocalizedText("Wednesday", "miércoles"),
            new LocalizedText("Thursday", "jueves"), new LocalizedText("Friday", "viernes"),
            new LocalizedText("Saturday", "sábado"), new LocalizedText("Sunday", "domingo"));

    private RestDayReader() {
    }

    /** {@code weekly SATURDAY | citation}. */
    static RestDay weekly(DataLine line) {
        DayOfWeek day = weekday(line, line.text(0, "weekday"));
        return new RestDay.Weekly(day, WEEKDAYS.get(day.ordinal()), line.text(1, "citation"), line.period(2));
    }

    /** {@code fixed MM-DD | name | citation}. */
    static RestDay fixed(DataLine line) {
        return new RestDay.Fixed(monthDay(line, line.text(0, "date")), line.localized(1, "name"),
                line.text(2, "citation"), line.period(3));
    }

    /** {@code movable MONDAY 1 02 | name | citation}. */
    static RestDay movable(DataLine line) {
        String[] when = words(line, 3, "weekday, ordinal and month, for instance MONDAY 1 02");
        return new RestDay.Movable(weekday(line, when[0]), number(line, when[1], 1, 5), number(line, when[2], 1, 12),
                line.localized(1, "name"), line.text(2, "citation"), line.period(3));
    }

    /** {@code every-six-years MM-DD YEAR | name | citation}. */
    static RestDay everySixYears(DataLine line) {
        String[] when = words(line, 2, "date and year, for instance 12-01 2024");
        return new RestDay.EverySixYears(monthDay(line, when[0]), number(line, when[1], 1900, 2200),
                line.localized(1, "name"), line.text(2, "citation"), line.period(3));
    }

    private static String[] words(DataLine line, int count, String what) {
        String[] words = line.text(0, what).split("\\s+");
        if (words.length != count) {
            throw line.refused("expected " + what + ", found '" + line.text(0, what) + "'");
        }
        return words;
    }

    private static DayOfWeek weekday(DataLine line, String text) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equals(text)).findFirst()
                .orElseThrow(() -> line.refused("'" + text + "' is not a weekday: write for instance SATURDAY"));
    }

    private static MonthDay monthDay(DataLine line, String text) {
        try {
            return MonthDay.parse("--" + text);
        } catch (DateTimeException e) {
            throw line.refused("'" + text + "' is not a date of the year: write MM-DD, a day that exists");
        }
    }

    private static int number(DataLine line, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // refused below with the numbers that are expected
        }
        throw line.refused("'" + text + "' is not a number from " + least + " to " + most);
    }
}
