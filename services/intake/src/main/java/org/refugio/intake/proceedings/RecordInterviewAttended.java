package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.refugio.contracts.IntakeEvent.InterviewAttended;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.CaseAction;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.springframework.stereotype.Component;

/** Records that the person was at the authority's interview. From then on the decision is awaited. */
@Component
public class RecordInterviewAttended {

    /** The day it was. */
    public record Command(@NotNull LocalDate attendedOn) {}

    private final FactRecorder facts;

    RecordInterviewAttended(FactRecorder facts) {
        this.facts = facts;
    }

    public CommandOutcome handle(String caseId, Command command, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.RECORD_ATTENDANCE, command.attendedOn(), by);
        return facts.past(caseId, key, fact, "attendedOn", (found, recording) -> {
            recording.fact(new InterviewAttended(caseId, found.office(), command.attendedOn(), by))
                    .step(Step.AUTHORITY_INTERVIEW, StepStatus.DONE).step(Step.DECISION, StepStatus.IN_PROGRESS);
            return found.with(found.proceedings().attended(command.attendedOn()));
        });
    }
}
