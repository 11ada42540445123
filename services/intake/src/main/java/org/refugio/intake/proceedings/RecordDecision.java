package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.IntakeEvent.DecisionRecorded;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseAction;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.springframework.stereotype.Component;

/** Records the decision as the authority notified it, whether or not we know of an interview. */
@Component
public class RecordDecision {

    /** The count of every remedy starts from the day of notification (LFPA art. 38). */
    public record Command(@NotNull DecisionOutcome outcome, @NotNull LocalDate notifiedOn) {}

    private final FactRecorder facts;

    RecordDecision(FactRecorder facts) {
        this.facts = facts;
    }

    public CommandOutcome handle(String caseId, Command command, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.RECORD_DECISION, command.notifiedOn(), by);
        return facts.past(caseId, key, fact, "notifiedOn", (found, recording) -> {
            recording.fact(
                    new DecisionRecorded(caseId, found.office(), command.outcome(), command.notifiedOn(), by))
                    .step(Step.DECISION, StepStatus.DONE);
            return found
                    .with(found.proceedings().decided(new Case.Notified(command.outcome(), command.notifiedOn())));
        });
    }
}
