package org.refugio.scheduling.appointments;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Converts a local time to an instant. */
public final class LocalTimes {

    private LocalTimes() {
    }

    /**
     * The time in its zone. Empty for a local time skipped by a daylight-saving change; for one that occurs twice the
     * first occurrence, marked as {@code repeatedHour}.
     */
    public static Optional<AppointmentTime> at(LocalDateTime local, ZoneId zone, int minutes) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty()
                ? Optional.empty()
                : Optional.of(new AppointmentTime(local, zone.getId(), local.toInstant(offsets.getFirst()), minutes,
                        offsets.size() > 1));
    }
}
