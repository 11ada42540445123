package org.refugio.contracts;

import java.time.Instant;
import java.util.List;

/** What scheduling publishes. The source aggregate is the appointment, or the resource. */
public sealed interface SchedulingEvent extends Event {

    /**
     * A lawyer, an interpreter or a room can be booked in this office. {@code name} is sealed for people, under the
     * subject {@code staff:<resourceId>}, and null for rooms, which have a {@code roomName}.
     */
    @Wire("scheduling.resource-registered.v1")
    record ResourceRegistered(String resourceId, String office, ResourceKind kind, Sealed name, String roomName,
            List<String> languages) implements SchedulingEvent {}

    /** The appointment holds all that it needs. */
    @Wire("scheduling.appointment-booked.v1")
    record AppointmentBooked(AppointmentDetails appointment, String bookedBy, Instant bookedAt)
            implements
                SchedulingEvent {}

    /** The appointment moved; nothing may speak of the previous start any more. */
    @Wire("scheduling.appointment-rescheduled.v1")
    record AppointmentRescheduled(AppointmentDetails appointment, Instant previousStart, String movedBy,
            Instant movedAt) implements SchedulingEvent {}

    /** The appointment will not take place; all it held is free. */
    @Wire("scheduling.appointment-cancelled.v1")
    record AppointmentCancelled(String appointmentId, int revision, String caseId, String office, String cancelledBy,
            Instant cancelledAt) implements SchedulingEvent {}

    /** The person said that they will come. */
    @Wire("scheduling.appointment-confirmed.v1")
    record AppointmentConfirmed(String appointmentId, int revision, String caseId, String office, Instant confirmedAt)
            implements
                SchedulingEvent {}

    /** The person asked for another time; the appointment stands until somebody moves it. */
    @Wire("scheduling.change-requested.v1")
    record ChangeRequested(String appointmentId, int revision, String caseId, String office, Instant requestedAt)
            implements
                SchedulingEvent {}

    /** The appointment took place. */
    @Wire("scheduling.appointment-held.v1")
    record AppointmentHeld(String appointmentId, int revision, String caseId, String office, String kind,
            Instant heldAt) implements SchedulingEvent {}

    /** The person did not come. */
    @Wire("scheduling.appointment-missed.v1")
    record AppointmentMissed(String appointmentId, int revision, String caseId, String office, Instant missedAt)
            implements
                SchedulingEvent {}

    /**
     * What a date set by an authority falls upon is not what it was: {@code collisions} are the ids of those that are
     * left, none when all is resolved.
     */
    @Wire("scheduling.collisions-changed.v1")
    record CollisionsChanged(String appointmentId, int revision, String caseId, String office, List<String> collisions,
            Instant seenAt) implements SchedulingEvent {}

    /** An event whose type this build does not know: counted and passed over, never published. */
    record Unknown(String type) implements SchedulingEvent {}
}
