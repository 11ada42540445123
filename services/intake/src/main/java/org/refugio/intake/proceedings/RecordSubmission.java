package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.refugio.contracts.IntakeEvent.SubmissionRecorded;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Records that the application was filed. No step of the organisation is a condition of it (LSRPCAP art. 18, 19). */
@Component
public class RecordSubmission {

    /** {@code folio} is the authority's own number. */
    public record Command(@NotBlank @Size(max = 80) String folio, @NotNull LocalDate filedOn,
            @NotBlank @Pattern(regexp = "[A-Z]{2,12}") String authority, Boolean correction,
            @Size(max = 500) String reason) {}

    private final FactRecorder facts;
    private final CaseEncryption encryption;

    RecordSubmission(FactRecorder facts, CaseEncryption encryption) {
        this.facts = facts;
        this.encryption = encryption;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.RECORD_SUBMISSION, command.filedOn(), "filedOn", by,
                seen,
                Correction.of(command.correction(), command.reason()));
        return facts.recordPast(caseId, key, fact, (found, correctionReason) -> {
            Case.Submission filed = new Case.Submission(encryption.encrypt(caseId, command.folio()), command.filedOn(),
                    command.authority());
            return new FactRecorder.Recorded(found.with(found.proceedings().withSubmission(filed)),
                    new SubmissionRecorded(caseId, found.office(), filed.folio(), filed.filedOn(), filed.authority(),
                            by, correctionReason));
        });
    }
}
