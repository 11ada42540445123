package org.refugio.scheduling.appointments;

import java.time.Instant;

/**
 * A line of an appointment's history.
 *
 * @param by the person's id at the identity provider, {@code applicant}, or {@code authority}
 * @param revision the revision that it is about
 */
public record AppointmentHistoryEntry(What what, int revision, String by, Instant at) {

    /** What happened. */
    public enum What {
        BOOKED,
        MOVED,
        CANCELLED,
        CONFIRMED,
        CHANGE_REQUESTED,
        ANSWER_TOO_LATE,
        HELD,
        MISSED
    }
}
