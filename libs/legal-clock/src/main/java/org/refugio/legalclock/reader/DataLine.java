package org.refugio.legalclock.reader;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.refugio.legalclock.data.InvalidCalendarData;
import org.refugio.legalclock.data.LocalizedText;
import org.refugio.legalclock.data.Period;

/** A line {@code keyword field | field | …}. */
record DataLine(String file, int number, String keyword, List<String> fields) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** The lines of a file without comments and blank lines. */
    static List<DataLine> of(DataFiles files, String file) {
        List<DataLine> lines = new ArrayList<>();
        int number = 0;
        for (String text : files.lines(file)) {
            number++;
            String content = (number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).strip();
            if (!content.isEmpty() && !content.startsWith("#")) {
                String[] parts = content.split("\\s+", 2);
                String rest = parts.length == 2 ? parts[1] : "";
                lines.add(new DataLine(file, number, parts[0],
                        Arrays.stream(rest.split("\\|", -1)).map(String::strip).toList()));
            }
        }
        return lines;
    }

    InvalidCalendarData refused(String reason) {
        return new InvalidCalendarData(file, number, reason);
    }

    InvalidCalendarData unknownKeyword(String expected) {
        return refused("unknown keyword '" + keyword + "': expected " + expected);
    }

    /** A field that must be there. */
    String text(int index, String what) {
        if (index >= fields.size() || fields.get(index).isEmpty()) {
            throw refused("missing " + what + " in '" + keyword + "'");
        }
        return fields.get(index);
    }

    LocalizedText localized(int index, String what) {
        return LocalizedText.parse(text(index, what));
    }

    LocalDate date(int index, String what) {
        return parseDate(text(index, what), what);
    }

    /** Refuse fields that would be ignored otherwise. */
    DataLine atMost(int count) {
        if (fields.size() > count) {
            throw refused("unexpected field '" + fields.get(count) + "' in '" + keyword + "'");
        }
        return this;
    }

    /** Trailing fields {@code from DATE} and {@code until DATE}. */
    Period period(int first) {
        LocalDate from = LocalDate.MIN;
        LocalDate until = LocalDate.MAX;
        for (String field : fields.subList(Math.min(first, fields.size()), fields.size())) {
            if (field.startsWith("from ")) {
                from = parseDate(field.substring(5).strip(), "from");
            } else if (field.startsWith("until ")) {
                until = parseDate(field.substring(6).strip(), "until");
            } else {
                throw refused("unexpected field '" + field + "': only 'from DATE' and 'until DATE' may follow");
            }
        }
        return periodOf(from, until);
    }

    Period periodOf(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw refused("the end " + until + " is before the start " + from);
        }
        return new Period(from, until);
    }

    private LocalDate parseDate(String text, String what) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused("'" + text + "' is not a date for " + what + ": write YYYY-MM-DD, a day that exists");
        }
    }
}
