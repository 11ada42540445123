package org.refugio.intake.proceedings;

import java.time.Instant;
import java.util.Optional;
import org.refugio.contracts.AppointmentKind;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.Case;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.springframework.stereotype.Component;

/** Moves the steps that other services' work moves. */
@Component
public class AdvanceSteps {

    private final AggregateRepository<Case> cases;

    AdvanceSteps(AggregateRepository<Case> cases) {
        this.cases = cases;
    }

    /** A step came as far as this; a step that is further already stays. */
    public void step(String caseId, EventOrigin source, Step step, StepStatus status, Instant at) {
        cases.react(caseId, source, found -> found.map(each -> moved(each, step, status, at))
                .orElseGet(Decision::unchanged));
    }

    /** An appointment of this kind was booked ({@code IN_PROGRESS}) or held ({@code DONE}). */
    public void appointment(String caseId, EventOrigin source, AppointmentKind kind, StepStatus status, Instant at) {
        stepOf(kind).ifPresent(step -> step(caseId, source, step, status, at));
    }

    static Decision<Case> moved(Case found, Step step, StepStatus status, Instant at) {
        return new CaseEvents(found).step(step, status).decided(found, at);
    }

    /** The authority's interview and the follow-up are facts that people record; an appointment for them moves nothing. */
    static Optional<Step> stepOf(AppointmentKind kind) {
        return switch (kind) {
            case CONSULTATION -> Optional.of(Step.INITIAL_CONSULTATION);
            case INTERVIEW_PREPARATION -> Optional.of(Step.INTERVIEW_PREPARATION);
            case AUTHORITY_INTERVIEW, FOLLOW_UP -> Optional.empty();
        };
    }
}
