package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.refugio.contracts.IntakeEvent.FollowUpStarted;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Starts the support after the decision. */
@Component
public class StartFollowUp {

    /** The day of the start. */
    public record Command(@NotNull LocalDate startedOn, Boolean correction, @Size(max = 500) String reason) {}

    private final FactRecorder facts;

    StartFollowUp(FactRecorder facts) {
        this.facts = facts;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.START_FOLLOW_UP, command.startedOn(), "startedOn", by,
                seen,
                Correction.of(command.correction(), command.reason()));
        return facts.recordPast(caseId, key, fact, (found, correctionReason) -> new FactRecorder.Recorded(
                found.with(found.proceedings().withFollowUp(command.startedOn())),
                new FollowUpStarted(caseId, found.office(), command.startedOn(), by, correctionReason)));
    }
}
