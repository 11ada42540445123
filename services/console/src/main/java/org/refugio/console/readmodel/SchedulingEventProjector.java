package org.refugio.console.readmodel;

import org.refugio.console.readmodel.AppointmentProjection.State;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
final class SchedulingEventProjector implements EventHandler<SchedulingEvent> {

    private final ReadModel model;

    SchedulingEventProjector(ReadModel model) {
        this.model = model;
    }

    @Override
    public Class<SchedulingEvent> producer() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, EventOrigin source) {
        switch (event) {
            case SchedulingEvent.ResourceRegistered e -> model.staffing().apply(e.resourceId(), source,
                    _ -> new ResourceProjection(e.resourceId(), e.office(), e.kind(), e.name(), e.roomName(),
                            e.languages()));
            case SchedulingEvent.AppointmentBooked e -> {
                model.meetings().apply(e.appointment().appointmentId(), source,
                        _ -> AppointmentProjection.of(e.appointment()));
                model.note(source, e.appointment().caseId(), e.bookedAt(), "appointment-booked",
                        "kind." + e.appointment().kind());
            }
            case SchedulingEvent.AppointmentRescheduled e -> {
                model.meetings().apply(e.appointment().appointmentId(), source,
                        _ -> AppointmentProjection.of(e.appointment()));
                model.note(source, e.appointment().caseId(), e.movedAt(), "appointment-rescheduled",
                        "kind." + e.appointment().kind());
            }
            case SchedulingEvent.AppointmentCancelled e -> {
                state(source, e.appointmentId(), State.CANCELLED);
                model.note(source, e.caseId(), e.cancelledAt(), "appointment-cancelled", null);
            }
            case SchedulingEvent.AppointmentConfirmed e -> {
                state(source, e.appointmentId(), State.CONFIRMED);
                model.note(source, e.caseId(), e.confirmedAt(), "appointment-confirmed", null);
            }
            case SchedulingEvent.ChangeRequested e -> {
                state(source, e.appointmentId(), State.CHANGE_REQUESTED);
                model.note(source, e.caseId(), e.requestedAt(), "change-requested", null);
            }
            case SchedulingEvent.AppointmentHeld e -> {
                state(source, e.appointmentId(), State.HELD);
                model.note(source, e.caseId(), e.heldAt(), "appointment-held", "kind." + e.kind());
            }
            case SchedulingEvent.AppointmentMissed e -> {
                state(source, e.appointmentId(), State.MISSED);
                model.note(source, e.caseId(), e.missedAt(), "appointment-missed", null);
            }
            case SchedulingEvent.CollisionsChanged e ->
                model.meetings().apply(e.appointmentId(), source, old -> old.fallingUpon(e.collisions()));
            case SchedulingEvent.Unknown _ -> {
                // unknown events are counted by the library
            }
        }
    }

    private void state(EventOrigin source, String id, State state) {
        model.meetings().apply(id, source, old -> old.with(state));
    }
}
