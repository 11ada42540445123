package org.refugio.contracts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Everything that a consumer needs to know about an appointment in its current state.
 *
 * @param revision counts the dates this appointment has had, from 1; a reminder carries the one it was made for
 * @param kind the id of a kind of appointment in the process table ({@code libs/procedure}); a build may not know it yet
 * @param localStart the wall-clock start in {@code zone}; {@code start} is the same as an instant
 * @param minutes its length
 * @param language the person's language, BCP 47 ({@code es}, {@code en}, {@code ht}, …)
 * @param lawyerId a resource, or null; likewise {@code interpreterId} and {@code roomId}
 * @param place what the person is told, discreet (office and room), or null where only the authority's place is known
 * @param collisions ids of appointments that this one collides with; only a date set by an authority can have any
 */
public record AppointmentDetails(String appointmentId, int revision, String caseId, String office,
        String kind, LocalDateTime localStart, String zone, Instant start, int minutes, String language,
        String lawyerId, String interpreterId, String roomId, String place, List<String> collisions) {}
