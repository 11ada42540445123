package org.refugio.console.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

@Component
final class IntakeEventProjector implements EventHandler<IntakeEvent> {

    private final ReadModel model;

    IntakeEventProjector(ReadModel model) {
        this.model = model;
    }

    @Override
    public Class<IntakeEvent> producer() {
        return IntakeEvent.class;
    }

    @Override
    public void on(IntakeEvent event, EventOrigin source) {
        switch (event) {
            case IntakeEvent.CaseOpened e -> {
                model.cases().apply(e.caseId(), source, _ -> CaseProjection.opened(e));
                model.note(source, e.caseId(), e.openedAt(), "case-opened", null);
            }
            case IntakeEvent.ContactChanged e -> {
                model.cases().apply(e.caseId(), source, old -> old.with(e.language(), e.contact(), e.consent())
                        .recorded(CaseAction.CHANGE_CONTACT));
                model.note(source, e.caseId(), e.changedAt(), "contact-changed", null);
            }
            case IntakeEvent.StepChanged e -> {
                model.cases().apply(e.caseId(), source, old -> old.with(e.step(), e.status()));
                model.note(source, e.caseId(), e.changedAt(), "step-" + e.status(), "step." + e.step());
            }
            case IntakeEvent.SubmissionRecorded e -> {
                facts(source, e.caseId(), CaseAction.RECORD_SUBMISSION,
                        facts -> facts.filed(e.filedOn(), e.authority(), e.folio()));
                model.note(source, e.caseId(), noon(e.filedOn(), source),
                        e.correctionReason() == null ? "submission-recorded" : "submission-corrected", null);
            }
            case IntakeEvent.AuthorityInterviewSet e ->
                facts(source, e.caseId(), CaseAction.SET_INTERVIEW, facts -> facts.interviewSet(e.localStart()));
            case IntakeEvent.InterviewAttended e -> {
                facts(source, e.caseId(), CaseAction.RECORD_ATTENDANCE, facts -> facts.attended(e.attendedOn()));
                model.note(source, e.caseId(), noon(e.attendedOn(), source),
                        e.correctionReason() == null ? "interview-attended" : "interview-attended-corrected", null);
            }
            case IntakeEvent.DecisionRecorded e -> {
                facts(source, e.caseId(), CaseAction.RECORD_DECISION,
                        facts -> facts.decided(e.outcome(), e.notifiedOn()));
                model.note(source, e.caseId(), noon(e.notifiedOn(), source),
                        e.correctionReason() == null ? "decision-recorded" : "decision-corrected",
                        "outcome." + e.outcome());
            }
            case IntakeEvent.FollowUpStarted e -> {
                facts(source, e.caseId(), CaseAction.START_FOLLOW_UP, facts -> facts.followedUp(e.startedOn()));
                model.note(source, e.caseId(), noon(e.startedOn(), source),
                        e.correctionReason() == null ? "follow-up-started" : "follow-up-corrected", null);
            }
            case IntakeEvent.Unknown _ -> {
                // unknown events are counted by the library
            }
        }
    }

    /**
     * The time of an event that has only a date. The system clock is not used, because these are times of the domain
     * clock. Events of one date keep their order.
     */
    private static Instant noon(LocalDate day, EventOrigin source) {
        return day.atTime(18, 0).toInstant(ZoneOffset.UTC).plusMillis(source.sequence());
    }

    private void facts(EventOrigin source, String caseId, CaseAction action, UnaryOperator<CaseFacts> change) {
        model.cases().apply(caseId, source, old -> old.with(change.apply(old.facts())).recorded(action));
    }
}
