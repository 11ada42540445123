package org.refugio.intake.cases.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.refugio.clock.LocalStart;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.intake.cases.Case;
import org.refugio.intake.cases.CaseEncryption;
import org.refugio.intake.cases.CaseHistory;
import org.refugio.intake.cases.StepProgress;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseDeadline;
import org.refugio.procedure.process.CaseDeadlines;
import org.refugio.procedure.process.CaseStatus;

/**
 * A case as staff see it, with its running deadlines. Person and contact are null once the case was erased.
 *
 * @param etag the entity tag for commands on it
 */
record CaseView(String caseId, String reference, String office, String zone, String language, CaseStatus status,
        PersonDetails person, ContactDetails contact, ContactConsent consent, LocalDate entryDate, String narrative,
        List<StepView> steps, SubmissionView submission, InterviewView interview, LocalDate attendedOn,
        DecisionView decision, LocalDate followUpSince, List<CaseDeadline> deadlines, String procedureVersion,
        Instant openedAt,
        List<HistoryView> history, String etag, long version, long sequence) {

    private static final CaseDeadlines DEADLINES = new CaseDeadlines();

    record StepView(Step step, StepStatus status, Instant changedAt) {}

    record SubmissionView(String folio, LocalDate filedOn, String authority) {}

    /** @param repeatedHour the local time exists twice that night, and this is the first occurrence */
    record InterviewView(LocalDateTime localStart, String zone, Instant start, boolean repeatedHour, String place) {}

    record DecisionView(DecisionOutcome outcome, LocalDate notifiedOn) {}

    /** One recording; {@code correctionReason} is null unless it was a correction. */
    record HistoryView(CaseAction action, LocalDate day, Instant at, String by, boolean correction,
            String correctionReason) {
        static HistoryView of(CaseHistory.Entry entry, CaseEncryption encryption) {
            return new HistoryView(entry.action(), entry.day(), entry.at(), entry.by(),
                    entry.correctionReason() != null, encryption.decrypt(entry.correctionReason()));
        }
    }

    static CaseView of(StoredAggregate<Case> stored, CaseEncryption encryption) {
        Case found = stored.state();
        Case.Proceedings facts = found.proceedings();
        return new CaseView(found.caseId(), found.reference(), found.office(), found.zone(),
                found.details().language(), found.status(), encryption.person(found).orElse(null),
                encryption.contact(found).orElse(null), found.details().consent(), found.details().entryDate(),
                encryption.decrypt(found.details().narrative()), steps(found.steps()), submission(facts, encryption),
                interview(facts, encryption), facts.attendedOn(),
                facts.decision() == null
                        ? null
                        : new DecisionView(facts.decision().outcome(), facts.decision().notifiedOn()),
                facts.followUpSince(), deadlines(found), found.opening().procedureVersion(), found.opening().openedAt(),
                found.history().entries().stream().map(each -> HistoryView.of(each, encryption)).toList(),
                found.tag().toString(), stored.version(), stored.sequence());
    }

    private static List<CaseDeadline> deadlines(Case found) {
        Case.Notified decision = found.proceedings().decision();
        return DEADLINES.running(found.details().entryDate(), found.recorded(),
                decision == null ? null : decision.outcome(), found.office());
    }

    private static List<StepView> steps(StepProgress steps) {
        return Arrays.stream(Step.values()).map(step -> new StepView(step, steps.statusOf(step),
                steps.progress().containsKey(step) ? steps.progress().get(step).changedAt() : null)).toList();
    }

    private static SubmissionView submission(Case.Proceedings facts, CaseEncryption encryption) {
        Case.Submission filed = facts.submission();
        return filed == null
                ? null
                : new SubmissionView(encryption.decrypt(filed.folio()), filed.filedOn(), filed.authority());
    }

    private static InterviewView interview(Case.Proceedings facts, CaseEncryption encryption) {
        Case.Interview set = facts.interview();
        return set == null
                ? null
                : new InterviewView(set.localStart(), set.zone(), set.start(),
                        LocalStart.of(set.localStart(), ZoneId.of(set.zone())).filter(LocalStart::repeatedHour)
                                .isPresent(),
                        encryption.decrypt(set.place()));
    }
}
