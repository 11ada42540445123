package org.refugio.notification.plans.messaging;

import org.refugio.contracts.SchedulingEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.notification.people.ResourceNames;
import org.refugio.notification.plans.ReminderPlan;
import org.refugio.notification.plans.ReminderPlans;
import org.springframework.stereotype.Component;

@Component
class SchedulingBindings implements EventHandler<SchedulingEvent> {

    private final ReminderPlans plans;
    private final ResourceNames people;

    SchedulingBindings(ReminderPlans plans, ResourceNames people) {
        this.plans = plans;
        this.people = people;
    }

    @Override
    public Class<SchedulingEvent> producer() {
        return SchedulingEvent.class;
    }

    @Override
    public void on(SchedulingEvent event, EventOrigin source) {
        switch (event) {
            case SchedulingEvent.ResourceRegistered resource -> people.registered(resource);
            case SchedulingEvent.AppointmentBooked booked -> plans.booked(booked.appointment(), source);
            case SchedulingEvent.AppointmentRescheduled rescheduled -> plans.rescheduled(rescheduled.appointment(),
                    source);
            case SchedulingEvent.AppointmentCancelled cancelled -> plans.cancelled(cancelled.appointmentId(),
                    cancelled.revision(), source);
            case SchedulingEvent.AppointmentConfirmed confirmed -> plans.answered(confirmed.appointmentId(),
                    confirmed.revision(), ReminderPlan.CONFIRMED, source);
            case SchedulingEvent.ChangeRequested requested -> plans.answered(requested.appointmentId(),
                    requested.revision(), ReminderPlan.WANTS_CHANGE, source);
            case SchedulingEvent.AppointmentHeld held -> plans.ended(held.appointmentId(), source);
            case SchedulingEvent.AppointmentMissed missed -> plans.ended(missed.appointmentId(), source);
            case SchedulingEvent.CollisionsChanged _ -> {
                // the date is unchanged
            }
            case SchedulingEvent.Unknown _ -> {
                // counted by the pipeline
            }
        }
    }
}
