package org.refugio.legalclock.example;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.refugio.legalclock.DeadlineRequest;

/**
 * One example of the file.
 *
 * @param line of its first line
 * @param fields text by keyword; a continued line is appended
 */
record WorkedExample(int line, Map<String, String> fields) {

    static WorkedExample starting(int line, String title) {
        WorkedExample example = new WorkedExample(line, new LinkedHashMap<>());
        example.fields.put("example", title);
        return example;
    }

    String text(String keyword) {
        return Optional.ofNullable(fields.get(keyword))
                .orElseThrow(() -> new IllegalArgumentException("line " + line + ": no '" + keyword + "'"));
    }

    Optional<String> optional(String keyword) {
        return Optional.ofNullable(fields.get(keyword));
    }

    String rule() {
        return text("rule").split(",")[0];
    }

    int days() {
        return Integer.parseInt(text("rule").replaceAll("\\D+", ""));
    }

    boolean inWorkingDays() {
        return text("rule").endsWith("working days");
    }

    DeadlineRequest request() {
        String[] from = text("from").split(", ");
        return new DeadlineRequest(rule(), date(from[0]), from.length == 2 ? from[1] : null,
                optional("extension").map(Integer::valueOf).orElse(0));
    }

    /** The date, or null for "none". */
    LocalDate due(String keyword) {
        return text(keyword).startsWith("none") ? null : date(text(keyword));
    }

    Optional<LocalDate> suspendedSince() {
        String nominal = text("nominal");
        return nominal.startsWith("none, suspended since ")
                ? Optional.of(LocalDate.parse(nominal.substring("none, suspended since ".length())))
                : Optional.empty();
    }

    Optional<Instant> closes() {
        return optional("closes").map(Instant::parse);
    }

    /** {@code Fri 2027-02-05}; the weekday is checked too, because the reader counts by it. */
    private LocalDate date(String text) {
        LocalDate date = LocalDate.parse(text.substring(4));
        DayOfWeek weekday = date.getDayOfWeek();
        if (!weekday.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).equals(text.substring(0, 3))) {
            throw new IllegalArgumentException("line " + line + ": " + date + " is a " + weekday);
        }
        return date;
    }
}
