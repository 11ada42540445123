package org.refugio.document.checklist.messaging;

import org.refugio.contracts.IntakeEvent;
import org.refugio.document.checklist.OpenChecklist;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.springframework.stereotype.Component;

@Component
class IntakeBindings implements EventHandler<IntakeEvent> {

    private final OpenChecklist openChecklist;

    IntakeBindings(OpenChecklist openChecklist) {
        this.openChecklist = openChecklist;
    }

    @Override
    public Class<IntakeEvent> producer() {
        return IntakeEvent.class;
    }

    @Override
    public void on(IntakeEvent event, EventOrigin source) {
        switch (event) {
            case IntakeEvent.CaseOpened opened -> openChecklist.on(opened, source);
            case IntakeEvent.ContactChanged _,IntakeEvent.StepChanged _,IntakeEvent.SubmissionRecorded _,IntakeEvent.AuthorityInterviewSet _,IntakeEvent.InterviewAttended _,IntakeEvent.DecisionRecorded _,IntakeEvent.FollowUpStarted _,IntakeEvent.Unknown _ -> {
                // the checklist does not depend on them
            }
        }
    }
}
