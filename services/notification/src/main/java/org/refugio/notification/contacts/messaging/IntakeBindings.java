package org.refugio.notification.contacts.messaging;

import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.notification.contacts.Contacts;
import org.springframework.stereotype.Component;

@Component
class IntakeBindings implements EventHandler<IntakeEvent> {

    private final Contacts contacts;

    IntakeBindings(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Class<IntakeEvent> producer() {
        return IntakeEvent.class;
    }

    @Override
    public void on(IntakeEvent event, EventOrigin source) {
        switch (event) {
            case IntakeEvent.CaseOpened opened -> contacts.opened(opened, source);
            case IntakeEvent.ContactChanged changed -> contacts.changed(changed, source);
            case IntakeEvent.StepChanged _,IntakeEvent.SubmissionRecorded _,IntakeEvent.AuthorityInterviewSet _,IntakeEvent.InterviewAttended _,IntakeEvent.DecisionRecorded _,IntakeEvent.FollowUpStarted _,IntakeEvent.Unknown _ -> {
                // scheduling publishes the resulting appointments
            }
        }
    }
}
