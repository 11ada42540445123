package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.IntakeEvent.DecisionRecorded;
import org.refugio.intake.cases.Case;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Records the decision that the authority notified, with or without a recorded interview. */
@Component
public class RecordDecision {

    /** The periods of all remedies start on the day of notification (LFPA art. 38). */
    public record Command(@NotNull DecisionOutcome outcome, @NotNull LocalDate notifiedOn, Boolean correction,
            @Size(max = 500) String reason) {}

    private final FactRecorder facts;

    RecordDecision(FactRecorder facts) {
        this.facts = facts;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.RECORD_DECISION, command.notifiedOn(), "notifiedOn",
                by, seen, Correction.of(command.correction(), command.reason()));
        return facts.recordPast(caseId, key, fact, (found, correctionReason) -> new FactRecorder.Recorded(
                found.with(
                        found.proceedings().withDecision(new Case.Notified(command.outcome(), command.notifiedOn()))),
                new DecisionRecorded(caseId, found.office(), command.outcome(), command.notifiedOn(), by,
                        correctionReason)));
    }
}
