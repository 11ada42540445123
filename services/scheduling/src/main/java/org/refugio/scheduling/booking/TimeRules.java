package org.refugio.scheduling.booking;

import java.time.Instant;
import java.util.Optional;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.offices.OpeningHours;

/** The rules about the time. Each returns a refusal or nothing. */
final class TimeRules {

    static final int MIN_MINUTES = 15;
    static final int MAX_MINUTES = 240;
    private static final int GRID_MINUTES = 15;

    private TimeRules() {
    }

    static Optional<BookingRefusal> length(int minutes) {
        return refuseIf(minutes < MIN_MINUTES || minutes > MAX_MINUTES,
                new BookingRefusal.DurationNotPossible(MIN_MINUTES, MAX_MINUTES));
    }

    static Optional<BookingRefusal> onGrid(AppointmentTime when) {
        return refuseIf(when.localStart().getMinute() % GRID_MINUTES != 0 || when.localStart().getSecond() != 0
                || when.localStart().getNano() != 0, new BookingRefusal.NotOnTheGrid());
    }

    static Optional<BookingRefusal> inFuture(AppointmentTime when, Instant now) {
        return refuseIf(!when.start().isAfter(now), new BookingRefusal.NotInTheFuture());
    }

    static Optional<BookingRefusal> withinHours(AppointmentTime when, OpeningHours hours) {
        return refuseIf(!hours.contain(when.localStart(), when.minutes()), new BookingRefusal.OutsideWorkingHours());
    }

    static Optional<BookingRefusal> endsBefore(AppointmentTime when, Optional<AppointmentTime> interview) {
        return refuseIf(interview.filter(date -> when.end().isAfter(date.start())).isPresent(),
                new BookingRefusal.PreparationTooLate());
    }

    private static Optional<BookingRefusal> refuseIf(boolean broken, BookingRefusal refusal) {
        return broken ? Optional.of(refusal) : Optional.empty();
    }
}
