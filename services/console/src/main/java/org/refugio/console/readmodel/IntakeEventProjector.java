package org.refugio.console.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.refugio.console.readmodel.CaseProjection.Facts;
import org.refugio.contracts.IntakeEvent;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.event.EventOrigin;
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
                model.cases().apply(e.caseId(), source, old -> old.with(e.language(), e.contact(), e.consent()));
                model.note(source, e.caseId(), e.changedAt(), "contact-changed", null);
            }
            case IntakeEvent.StepChanged e -> {
                model.cases().apply(e.caseId(), source, old -> old.with(e.step(), e.status()));
                model.note(source, e.caseId(), e.changedAt(), "step-" + e.status(), "step." + e.step());
            }
            case IntakeEvent.SubmissionRecorded e -> {
                facts(source, e.caseId(), f -> new Facts(e.filedOn(), e.authority(), f.interview(), f.attendedOn(),
                        f.outcome(), f.notifiedOn(), f.followUpOn()));
                model.note(source, e.caseId(), noon(e.filedOn(), source), "submission-recorded", null);
            }
            case IntakeEvent.AuthorityInterviewSet e -> {
                facts(source, e.caseId(), f -> new Facts(f.filedOn(), f.authority(), e.localStart(), f.attendedOn(),
                        f.outcome(), f.notifiedOn(), f.followUpOn()));
            }
            case IntakeEvent.InterviewAttended e -> {
                facts(source, e.caseId(), f -> new Facts(f.filedOn(), f.authority(), f.interview(), e.attendedOn(),
                        f.outcome(), f.notifiedOn(), f.followUpOn()));
                model.note(source, e.caseId(), noon(e.attendedOn(), source), "interview-attended", null);
            }
            case IntakeEvent.DecisionRecorded e -> {
                facts(source, e.caseId(), f -> new Facts(f.filedOn(), f.authority(), f.interview(), f.attendedOn(),
                        e.outcome(), e.notifiedOn(), f.followUpOn()));
                model.note(source, e.caseId(), noon(e.notifiedOn(), source), "decision-recorded",
                        "outcome." + e.outcome());
            }
            case IntakeEvent.FollowUpStarted e -> {
                facts(source, e.caseId(), f -> new Facts(f.filedOn(), f.authority(), f.interview(), f.attendedOn(),
                        f.outcome(), f.notifiedOn(), e.startedOn()));
                model.note(source, e.caseId(), noon(e.startedOn(), source), "follow-up-started", null);
            }
            case IntakeEvent.Unknown _ -> {
                // counted by the library
            }
        }
    }

    /**
     * An event that tells only a day: the machine's time would not stand among the domain's. Those of one day keep their
     * order.
     */
    private static Instant noon(LocalDate day, EventOrigin source) {
        return day.atTime(18, 0).toInstant(ZoneOffset.UTC).plusMillis(source.sequence());
    }

    private void facts(EventOrigin source, String caseId, java.util.function.UnaryOperator<Facts> change) {
        model.cases().apply(caseId, source, old -> old.with(change.apply(old.facts())));
    }
}
