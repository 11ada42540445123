package org.refugio.access.web.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/**
 * The only forms of dates and times that are read: ISO 8601 with ASCII digits, an offset in instants only, and the years
 * in which something of a case can be. A mistyped year would otherwise be stored as a plausible date.
 */
public final class InputDates {

    /** The form of a local date and time. */
    public static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?";

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
    private static final Pattern DATE = Pattern.compile(DAY);
    private static final Pattern DATE_TIME = Pattern.compile(TIME);
    private static final Pattern INSTANT = Pattern.compile(TIME + "(Z|[+-][0-9]{2}:[0-9]{2})");

    private InputDates() {
    }

    /** @throws DateTimeException for any other text */
    public static LocalDate date(String text) {
        return plausible(LocalDate.parse(matching(DATE, text)));
    }

    /** @throws DateTimeException for any other text */
    public static LocalDateTime dateTime(String text) {
        return plausible(LocalDateTime.parse(matching(DATE_TIME, text)));
    }

    /** @throws DateTimeException for any other text */
    public static Instant instant(String text) {
        return plausible(OffsetDateTime.parse(matching(INSTANT, text))).toInstant();
    }

    private static String matching(Pattern form, String text) {
        if (!form.matcher(text).matches()) {
            throw new DateTimeException("not in the expected form");
        }
        return text;
    }

    private static <T extends TemporalAccessor> T plausible(T value) {
        int year = value.get(ChronoField.YEAR);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("not in the expected years");
        }
        return value;
    }
}
