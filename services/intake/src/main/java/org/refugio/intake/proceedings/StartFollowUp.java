package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.refugio.contracts.IntakeEvent.FollowUpStarted;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.CaseAction;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.springframework.stereotype.Component;

/** Begins the support after the decision. */
@Component
public class StartFollowUp {

    /** The day it began. */
    public record Command(@NotNull LocalDate startedOn) {}

    private final FactRecorder facts;

    StartFollowUp(FactRecorder facts) {
        this.facts = facts;
    }

    public CommandOutcome handle(String caseId, Command command, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.START_FOLLOW_UP, command.startedOn(), by);
        return facts.past(caseId, key, fact, "startedOn", (found, recording) -> {
            recording.fact(new FollowUpStarted(caseId, found.office(), command.startedOn(), by)).step(Step.FOLLOW_UP,
                    StepStatus.IN_PROGRESS);
            return found.with(found.proceedings().followedUp(command.startedOn()));
        });
    }
}
