package org.refugio.contracts;

import java.time.Instant;
import java.util.List;

/** The events of scheduling. The source aggregate is the appointment or the resource. */
public sealed interface SchedulingEvent extends Event {

    /**
     * A lawyer, an interpreter or a room can be booked in this office. {@code name} is the encrypted name of a person, under
     * the subject {@code staff:<resourceId>}, and null for a room, which has a {@code roomName}.
     */
    @Wire("scheduling.resource-registered.v1")
    record ResourceRegistered(String resourceId, String office, ResourceKind kind, Sealed name, String roomName,
            List<String> languages) implements SchedulingEvent {}

    /** The appointment is booked with everything that it needs. */
    @Wire("scheduling.appointment-booked.v1")
    record AppointmentBooked(AppointmentDetails appointment, String bookedBy, Instant bookedAt)
            implements
                SchedulingEvent {}

    /** The appointment was moved; no message may mention the previous start any more. */
    @Wire("scheduling.appointment-rescheduled.v1")
    record AppointmentRescheduled(AppointmentDetails appointment, Instant previousStart, String movedBy,
            Instant movedAt) implements SchedulingEvent {}

    /** The appointment was cancelled; the people and the room that it held are free again. */
    @Wire("scheduling.appointment-cancelled.v1")
    record AppointmentCancelled(String appointmentId, int revision, String caseId, String office, String cancelledBy,
            Instant cancelledAt) implements SchedulingEvent {}

    /** The person confirmed the appointment. */
    @Wire("scheduling.appointment-confirmed.v1")
    record AppointmentConfirmed(String appointmentId, int revision, String caseId, String office, Instant confirmedAt)
            implements
                SchedulingEvent {}

    /** The person asked for another time. The appointment remains valid until it is moved or cancelled. */
    @Wire("scheduling.change-requested.v1")
    record ChangeRequested(String appointmentId, int revision, String caseId, String office, Instant requestedAt)
            implements
                SchedulingEvent {}

    /** The appointment took place. */
    @Wire("scheduling.appointment-held.v1")
    record AppointmentHeld(String appointmentId, int revision, String caseId, String office, String kind,
            Instant heldAt) implements SchedulingEvent {}

    /** The person did not attend. */
    @Wire("scheduling.appointment-missed.v1")
    record AppointmentMissed(String appointmentId, int revision, String caseId, String office, Instant missedAt)
            implements
                SchedulingEvent {}

    /**
     * The collisions of a date set by an authority changed: {@code collisions} are the ids of the remaining ones, none when
     * all are resolved.
     */
    @Wire("scheduling.collisions-changed.v1")
    record CollisionsChanged(String appointmentId, int revision, String caseId, String office, List<String> collisions,
            Instant seenAt) implements SchedulingEvent {}

    /** An event whose type this build does not know: counted and skipped, never published. */
    record Unknown(String type) implements SchedulingEvent {}
}
