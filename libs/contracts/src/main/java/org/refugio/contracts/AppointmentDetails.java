package org.refugio.contracts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * The current state of an appointment, for consumers.
 *
 * @param revision the number of dates that the appointment has had, from 1; a reminder carries the one that it is for
 * @param kind the id of a kind of appointment in the process table ({@code libs/procedure}); it may be unknown to this build
 * @param localStart the wall-clock start in {@code zone}
 * @param zone an IANA time zone
 * @param start {@code localStart} as an instant
 * @param minutes the duration
 * @param language the person's language, BCP 47 ({@code es}, {@code en}, {@code ht}, …)
 * @param lawyerId the id of a resource, or null; likewise {@code interpreterId} and {@code roomId}
 * @param place a discreet description for the person (office and room), or null when only the authority's place is known
 * @param collisions the ids of appointments at the same time; only a date set by an authority can have any
 */
public record AppointmentDetails(String appointmentId, int revision, String caseId, String office,
        String kind, LocalDateTime localStart, String zone, Instant start, int minutes, String language,
        String lawyerId, String interpreterId, String roomId, String place, List<String> collisions) {}
