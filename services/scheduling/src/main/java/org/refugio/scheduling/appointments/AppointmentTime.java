package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.refugio.clock.LocalStart;

/**
 * The time of an appointment: local time, zone and instant.
 *
 * @param repeatedHour the local time exists twice that night; {@code start} is the first
 */
public record AppointmentTime(LocalDateTime localStart, String zone, Instant start, int minutes, boolean repeatedHour) {

    /** Empty for a local time that a daylight-saving change skips; see {@link LocalStart}. */
    public static Optional<AppointmentTime> at(LocalDateTime local, ZoneId zone, int minutes) {
        return LocalStart.of(local, zone)
                .map(start -> new AppointmentTime(local, zone.getId(), start.instant(), minutes, start.repeatedHour()));
    }

    public Instant end() {
        return start.plusSeconds(minutes * 60L);
    }
}
