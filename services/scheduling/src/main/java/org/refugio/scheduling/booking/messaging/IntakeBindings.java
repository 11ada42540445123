package org.refugio.scheduling.booking.messaging;

import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.scheduling.appointments.CloseAppointment;
import org.refugio.scheduling.booking.RecordAuthorityInterview;
import org.refugio.scheduling.cases.KnownCases;
import org.springframework.stereotype.Component;

@Component
class IntakeBindings implements EventHandler<IntakeEvent> {

    private final KnownCases cases;
    private final RecordAuthorityInterview interviews;
    private final CloseAppointment close;

    IntakeBindings(KnownCases cases, RecordAuthorityInterview interviews, CloseAppointment close) {
        this.cases = cases;
        this.interviews = interviews;
        this.close = close;
    }

    @Override
    public Class<IntakeEvent> producer() {
        return IntakeEvent.class;
    }

    @Override
    public void on(IntakeEvent event, EventOrigin source) {
        switch (event) {
            case IntakeEvent.CaseOpened opened -> cases.add(opened, source);
            case IntakeEvent.ContactChanged changed -> cases.updateLanguage(changed, source);
            case IntakeEvent.AuthorityInterviewSet set -> interviews.record(set, cases.find(set.caseId()), source);
            case IntakeEvent.InterviewAttended attended ->
                close.recordAttended(attended.caseId(), source, attended.recordedBy());
            case IntakeEvent.StepChanged _,IntakeEvent.SubmissionRecorded _,IntakeEvent.DecisionRecorded _,IntakeEvent.FollowUpStarted _,IntakeEvent.Unknown _ -> {
                // they do not affect appointments
            }
        }
    }
}
