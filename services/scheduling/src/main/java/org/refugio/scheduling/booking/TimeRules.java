package org.refugio.scheduling.booking;

import java.time.Instant;
import java.util.Optional;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.offices.OpeningHours;

/** The rules about the time. Each answers with a refusal, or with nothing. */
final class TimeRules {

    static final int SHORTEST = 15;
    static final int LONGEST = 240;
    private static final int GRID_MINUTES = 15;

    private TimeRules() {
    }

    static Optional<BookingRefusal> length(int minutes) {
        return when(minutes < SHORTEST || minutes > LONGEST,
                new BookingRefusal.DurationNotPossible(SHORTEST, LONGEST));
    }

    static Optional<BookingRefusal> onGrid(AppointmentTime when) {
        return when(when.localStart().getMinute() % GRID_MINUTES != 0 || when.localStart().getSecond() != 0
                || when.localStart().getNano() != 0, new BookingRefusal.NotOnTheGrid());
    }

    static Optional<BookingRefusal> inFuture(AppointmentTime when, Instant now) {
        return when(!when.start().isAfter(now), new BookingRefusal.NotInTheFuture());
    }

    static Optional<BookingRefusal> withinHours(AppointmentTime when, OpeningHours hours) {
        return when(!hours.contain(when.localStart(), when.minutes()), new BookingRefusal.OutsideWorkingHours());
    }

    static Optional<BookingRefusal> endsBefore(AppointmentTime when, Optional<AppointmentTime> interview) {
        return when(interview.filter(date -> when.end().isAfter(date.start())).isPresent(),
                new BookingRefusal.PreparationTooLate());
    }

    private static Optional<BookingRefusal> when(boolean broken, BookingRefusal refusal) {
        return broken ? Optional.of(refusal) : Optional.empty();
    }
}
