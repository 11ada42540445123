package org.refugio.intake.cases;

import java.time.Instant;
import java.util.List;
import org.refugio.contracts.AppointmentKind;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.SourceEvent;
import org.springframework.stereotype.Component;

/** Moves the steps that other services' work moves. */
@Component
public class FollowOthers {

    private final Aggregates<Case> cases;

    FollowOthers(Aggregates<Case> cases) {
        this.cases = cases;
    }

    /** A step came as far as this; a step that is further already stays. */
    public void step(String caseId, SourceEvent source, Step step, StepStatus status, Instant at) {
        cases.react(caseId, source,
                found -> found.isEmpty()
                        ? Decision.unchanged()
                        : new Recording(found.get()).step(step, status).decided(found.get(), at));
    }

    /** An appointment of this kind was booked ({@code IN_PROGRESS}) or held ({@code DONE}). */
    public void appointment(String caseId, SourceEvent source, AppointmentKind kind, StepStatus status, Instant at) {
        stepOf(kind).forEach(step -> step(caseId, source, step, status, at));
    }

    private static List<Step> stepOf(AppointmentKind kind) {
        return switch (kind) {
            case CONSULTATION -> List.of(Step.INITIAL_CONSULTATION);
            case INTERVIEW_PREPARATION -> List.of(Step.INTERVIEW_PREPARATION);
            case AUTHORITY_INTERVIEW, FOLLOW_UP -> List.of(); // the authority's facts are recorded here, by people
        };
    }
}
