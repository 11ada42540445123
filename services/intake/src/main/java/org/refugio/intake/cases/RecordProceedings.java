package org.refugio.intake.cases;

import static org.refugio.contracts.Step.APPLICATION_SUBMISSION;
import static org.refugio.contracts.Step.AUTHORITY_INTERVIEW;
import static org.refugio.contracts.Step.DECISION;
import static org.refugio.contracts.Step.FOLLOW_UP;
import static org.refugio.contracts.StepStatus.DONE;
import static org.refugio.contracts.StepStatus.IN_PROGRESS;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.BiFunction;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.IntakeEvent.AuthorityInterviewSet;
import org.refugio.contracts.IntakeEvent.DecisionRecorded;
import org.refugio.contracts.IntakeEvent.FollowUpStarted;
import org.refugio.contracts.IntakeEvent.InterviewAttended;
import org.refugio.contracts.IntakeEvent.SubmissionRecorded;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.springframework.stereotype.Component;

/** Records what happened before the authority. What was recorded wrongly is recorded again; the later fact stands. */
@Component
public class RecordProceedings {

    /** The filing, with the authority's number. */
    public record Submission(@NotBlank @Size(max = 80) String folio, @NotNull LocalDate filedOn,
            @NotBlank @Pattern(regexp = "[A-Z]{2,12}") String authority) {}

    /** The date that the authority set, by the wall clock of the case's office. */
    public record Interview(@NotNull LocalDateTime localStart, @NotBlank @Size(max = 300) String place) {}

    /** The person was there. */
    public record Attendance(@NotNull LocalDate attendedOn) {}

    /** The decision, as it was notified. */
    public record Notified(@NotNull DecisionOutcome outcome, @NotNull LocalDate notifiedOn) {}

    /** Support after the decision begins. */
    public record FollowUp(@NotNull LocalDate startedOn) {}

    private final Aggregates<Case> cases;
    private final CaseSealing sealing;
    private final DomainClock clock;

    RecordProceedings(Aggregates<Case> cases, CaseSealing sealing, DomainClock clock) {
        this.cases = cases;
        this.sealing = sealing;
        this.clock = clock;
    }

    public Outcome submission(String caseId, Submission command, CommandKey key, String by) {
        return past(caseId, key, Action.RECORD_SUBMISSION, command.filedOn(), "filedOn", (found, recording) -> {
            Case.Submission filed = new Case.Submission(sealing.text(caseId, command.folio()), command.filedOn(),
                    command.authority());
            recording.fact(new SubmissionRecorded(caseId, found.office(), filed.folio(), filed.filedOn(),
                    filed.authority(), by)).step(APPLICATION_SUBMISSION, DONE);
            return found.with(found.proceedings().submitted(filed));
        });
    }

    public Outcome interview(String caseId, Interview command, CommandKey key, String by) {
        return record(caseId, key, Action.SET_INTERVIEW, (found, recording) -> {
            Instant start = command.localStart().atZone(ZoneId.of(found.zone())).toInstant();
            Case.Interview set = new Case.Interview(command.localStart(), found.zone(), start,
                    sealing.text(caseId, command.place()));
            recording.fact(new AuthorityInterviewSet(caseId, found.office(), set.localStart(), set.zone(), start,
                    set.place(), by)).step(AUTHORITY_INTERVIEW, IN_PROGRESS);
            return found.with(found.proceedings().interviewOn(set));
        });
    }

    public Outcome attendance(String caseId, Attendance command, CommandKey key, String by) {
        return past(caseId, key, Action.RECORD_ATTENDANCE, command.attendedOn(), "attendedOn", (found, recording) -> {
            recording.fact(new InterviewAttended(caseId, found.office(), command.attendedOn(), by))
                    .step(AUTHORITY_INTERVIEW, DONE).step(DECISION, IN_PROGRESS);
            return found.with(found.proceedings().attended(command.attendedOn()));
        });
    }

    public Outcome decision(String caseId, Notified command, CommandKey key, String by) {
        return past(caseId, key, Action.RECORD_DECISION, command.notifiedOn(), "notifiedOn", (found, recording) -> {
            recording.fact(
                    new DecisionRecorded(caseId, found.office(), command.outcome(), command.notifiedOn(), by))
                    .step(DECISION, DONE);
            return found
                    .with(found.proceedings().decided(new Case.Notified(command.outcome(), command.notifiedOn())));
        });
    }

    public Outcome followUp(String caseId, FollowUp command, CommandKey key, String by) {
        return past(caseId, key, Action.START_FOLLOW_UP, command.startedOn(), "startedOn", (found, recording) -> {
            recording.fact(new FollowUpStarted(caseId, found.office(), command.startedOn(), by)).step(FOLLOW_UP,
                    IN_PROGRESS);
            return found.with(found.proceedings().followedUp(command.startedOn()));
        });
    }

    private Outcome past(String caseId, CommandKey key, Action action, LocalDate on, String field,
            BiFunction<Case, Recording, Case> record) {
        return cases.change(caseId, key, found -> {
            if (on.isAfter(LocalDate.now(clock.withZone(ZoneId.of(found.zone()))))) {
                return Decision
                        .refused(
                                new CaseRefusal.DateNotPossible(field, "this has happened, so its day is not to come"));
            }
            return decided(found, action, record);
        });
    }

    private Outcome record(String caseId, CommandKey key, Action action, BiFunction<Case, Recording, Case> record) {
        return cases.change(caseId, key, found -> decided(found, action, record));
    }

    private Decision<Case> decided(Case found, Action action, BiFunction<Case, Recording, Case> record) {
        return found.against(action).<Decision<Case>>map(Decision::refused).orElseGet(() -> {
            Recording recording = new Recording(found);
            return recording.decided(record.apply(found, recording), clock.instant());
        });
    }
}
