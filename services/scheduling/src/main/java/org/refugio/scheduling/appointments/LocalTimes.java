package org.refugio.scheduling.appointments;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Turns a wall-clock time into an instant. */
public final class LocalTimes {

    private LocalTimes() {
    }

    /**
     * The time in its zone. Empty when the clocks jump over it; of a time that exists twice the first one, and it is
     * said so.
     */
    public static Optional<AppointmentTime> at(LocalDateTime local, ZoneId zone, int minutes) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Optional.empty()
                : Optional.of(new AppointmentTime(local, zone.getId(), local.toInstant(offsets.getFirst()), minutes,
                        offsets.size() > 1));
    }
}
