package org.refugio.intake.proceedings.messaging;

import java.util.Optional;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.intake.proceedings.AdvanceSteps;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
class SchedulingBindings implements EventHandler<SchedulingEvent> {

    private final AdvanceSteps steps;

    SchedulingBindings(AdvanceSteps steps) {
        this.steps = steps;
    }

    @Override
    public Class<SchedulingEvent> producer() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, EventOrigin source) {
        trigger(event).ifPresent(trigger -> steps.apply(trigger, source));
    }

    /** Empty for events that have no row in the process table. */
    static Optional<AdvanceSteps.Trigger> trigger(SchedulingEvent event) {
        return switch (event) {
            case SchedulingEvent.AppointmentBooked e -> Optional.of(new AdvanceSteps.Trigger(e,
                    e.appointment().caseId(), e.appointment().kind(), e.bookedAt()));
            case SchedulingEvent.AppointmentHeld e ->
                Optional.of(new AdvanceSteps.Trigger(e, e.caseId(), e.kind(), e.heldAt()));
            case SchedulingEvent.ResourceRegistered _,SchedulingEvent.AppointmentRescheduled _,SchedulingEvent.AppointmentCancelled _,SchedulingEvent.AppointmentConfirmed _,SchedulingEvent.ChangeRequested _,SchedulingEvent.AppointmentMissed _,SchedulingEvent.CollisionsChanged _,SchedulingEvent.Unknown _ ->
                Optional.empty();
        };
    }
}
