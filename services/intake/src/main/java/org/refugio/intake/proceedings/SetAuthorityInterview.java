package org.refugio.intake.proceedings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.refugio.clock.LocalStart;
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

    /** In the local time of the case's office. */
    public record Command(@NotNull LocalDateTime localStart, @NotBlank @Size(max = 300) String place) {}

    private final FactRecorder facts;
    private final CaseEncryption encryption;

    SetAuthorityInterview(FactRecorder facts, CaseEncryption encryption) {
        this.facts = facts;
        this.encryption = encryption;
    }

    public CommandOutcome handle(String caseId, Command command, EntityTag seen, CommandKey key, String by) {
        FactRecorder.Fact fact = new FactRecorder.Fact(CaseAction.SET_INTERVIEW, command.localStart().toLocalDate(),
                "localStart", by, seen, Correction.NONE);
        return facts.record(caseId, key, fact, found -> refusal(command, found), (found, _) -> {
            Instant start = start(command, found).orElseThrow().instant();
            Case.Interview set = new Case.Interview(command.localStart(), found.zone(), start,
                    encryption.encrypt(caseId, command.place()));
            return new FactRecorder.Recorded(found.with(found.proceedings().withInterview(set)),
                    new AuthorityInterviewSet(caseId, found.office(), set.localStart(), set.zone(), start,
                            set.place(), by));
        });
    }

    private static Optional<CaseRefusal> refusal(Command command, Case found) {
        if (command.localStart().getYear() < FIRST_YEAR) {
            return Optional.of(
                    new CaseRefusal.DateNotPossible("localStart", CaseRefusal.DateError.YEAR_NOT_PLAUSIBLE));
        }
        return start(command, found).isPresent()
                ? Optional.empty()
                : Optional.of(
                        new CaseRefusal.DateNotPossible("localStart", CaseRefusal.DateError.SKIPPED_BY_THE_CLOCKS));
    }

    private static Optional<LocalStart> start(Command command, Case found) {
        return LocalStart.of(command.localStart(), ZoneId.of(found.zone()));
    }
}
