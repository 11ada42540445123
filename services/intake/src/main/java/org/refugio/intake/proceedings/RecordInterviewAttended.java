package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.refugio.contracts.IntakeEvent.InterviewAttended;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Records that the person attended the authority's interview. After that, the decision is pending. */
@Component
public class RecordInterviewAttended {

    /** The day of the interview. */
    public record Command(@NotNull LocalDate attendedOn, Boolean correction, @Size(max = 500) String reason) {}

    private final FactRecorder facts;

    RecordInterviewAttended(FactRecorder facts) {
        this.facts = facts;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.RECORD_ATTENDANCE, command.attendedOn(), "attendedOn",
                by, seen, Correction.of(command.correction(), command.reason()));
        return facts.recordPast(caseId, key, fact, (found, correctionReason) -> new FactRecorder.Recorded(
                found.with(found.proceedings().withAttendance(command.attendedOn())),
                new InterviewAttended(caseId, found.office(), command.attendedOn(), by, correctionReason)));
    }
}
