package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.refugio.contracts.IntakeEvent.AuthorityInterviewSet;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.intake.cases.CaseRefusal;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.CaseAction;
import org.springframework.stereotype.Component;

/** Records the date that the authority set or moved its interview to, regardless of other appointments on that day. */
@Component
public class SetAuthorityInterview {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    /** In the local time of the case's office. */
    public record Command(@NotNull LocalDateTime localStart, @NotBlank @Size(max = 300) String place) {}

    private final FactRecorder facts;
    private final CaseEncryption encryption;

    SetAuthorityInterview(FactRecorder facts, CaseEncryption encryption) {
        this.facts = facts;
        this.encryption = encryption;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        int year = command.localStart().getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return new CommandOutcome.Refused(new CaseRefusal.DateNotPossible("localStart",
                    CaseRefusal.DateError.YEAR_NOT_PLAUSIBLE));
        }
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.SET_INTERVIEW, command.localStart().toLocalDate(),
                "localStart", by, seen, Correction.NONE);
        return facts.record(caseId, key, fact, (found, _) -> {
            Instant start = command.localStart().atZone(ZoneId.of(found.zone())).toInstant();
            Case.Interview set = new Case.Interview(command.localStart(), found.zone(), start,
                    encryption.encrypt(caseId, command.place()));
            return new FactRecorder.Recorded(found.with(found.proceedings().withInterview(set)),
                    new AuthorityInterviewSet(caseId, found.office(), set.localStart(), set.zone(), start,
                            set.place(), by));
        });
    }
}
