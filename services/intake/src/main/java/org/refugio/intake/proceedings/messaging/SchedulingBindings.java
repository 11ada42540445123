package org.refugio.intake.proceedings.messaging;

import org.refugio.contracts.SchedulingEvent;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.proceedings.AdvanceSteps;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
class SchedulingBindings implements EventHandler<SchedulingEvent> {

    private final AdvanceSteps follow;

    SchedulingBindings(AdvanceSteps follow) {
        this.follow = follow;
    }

    @Override
    public Class<SchedulingEvent> producer() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, EventOrigin source) {
        switch (event) {
            case SchedulingEvent.AppointmentBooked booked -> follow.appointment(booked.appointment().caseId(), source,
                    booked.appointment().kind(), StepStatus.IN_PROGRESS, booked.bookedAt());
            case SchedulingEvent.AppointmentHeld held -> follow.appointment(held.caseId(), source, held.kind(),
                    StepStatus.DONE, held.heldAt());
            case SchedulingEvent.ResourceRegistered _,SchedulingEvent.AppointmentRescheduled _,SchedulingEvent.AppointmentCancelled _,SchedulingEvent.AppointmentConfirmed _,SchedulingEvent.ChangeRequested _,SchedulingEvent.AppointmentMissed _,SchedulingEvent.CollisionsChanged _,SchedulingEvent.Unknown _ -> {
                // they move no step
            }
        }
    }
}
