package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * The time of an appointment: local time, zone and instant.
 *
 * @param repeatedHour the local time exists twice that night; {@code start} is the first
 */
public record AppointmentTime(LocalDateTime localStart, String zone, Instant start, int minutes, boolean repeatedHour) {

    public Instant end() {
        return start.plusSeconds(minutes * 60L);
    }
}
