package org.refugio.scheduling.offices;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The opening hours of an office, in its local time.
 *
 * @param days the working days; other days are free
 */
public record OpeningHours(Map<DayOfWeek, Span> days) {

    /** The hours of one day. */
    public record Span(LocalTime from, LocalTime until) {}

    private static final Span OFFICE_HOURS = new Span(LocalTime.of(8, 0), LocalTime.of(18, 0));

    /** Monday to Friday, 8:00 to 18:00 (LFPA art. 30). */
    @JsonIgnore
    public static OpeningHours usual() {
        return new OpeningHours(List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY,
                DayOfWeek.FRIDAY).stream().collect(Collectors.toMap(Function.identity(), _ -> OFFICE_HOURS)));
    }

    /** The working hours of a date; empty on a free day. */
    public Optional<Span> on(LocalDate date) {
        return Optional.ofNullable(days.get(date.getDayOfWeek()));
    }

    /** Whether the whole time is within the working hours of one day. */
    public boolean contain(LocalDateTime start, int minutes) {
        LocalDateTime end = start.plusMinutes(minutes);
        return on(start.toLocalDate()).filter(span -> !start.toLocalTime().isBefore(span.from())
                && !end.isAfter(start.toLocalDate().atTime(span.until()))).isPresent();
    }
}
