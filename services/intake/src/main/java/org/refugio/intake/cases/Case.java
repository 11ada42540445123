package org.refugio.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.EntityTag;
import org.refugio.procedure.process.ActionRule;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.CaseStatus;
import org.refugio.procedure.process.RecordedActions;

/**
 * The current state of a case. The person and the contact details are encrypted under the case's key.
 *
 * @param reference the reference that staff use, for instance {@code TAP-0123}
 * @param details the person and the contact details
 * @param proceedings the facts of the proceedings before the authority
 * @param tokens the search tokens of the case
 * @param history what staff recorded
 */
public record Case(String caseId, String office, String reference, String zone, Details details, StepProgress steps,
        Proceedings proceedings, List<String> tokens, Opening opening, CaseHistory history) {

    /** The person and the contact details. {@code person}, {@code contact} and {@code narrative} are encrypted. */
    public record Details(Sealed person, Sealed contact, Sealed narrative, ContactConsent consent, String language,
            LocalDate entryDate) {

        Details withContact(Sealed newContact, ContactConsent newConsent, String newLanguage) {
            return new Details(person, newContact, narrative, newConsent, newLanguage, entryDate);
        }
    }

    /** When and by whom it was opened; consent is express and written (LFPDPPP art. 8). */
    public record Opening(String openedBy, Instant openedAt, Instant consentedAt, String procedureVersion) {}

    /** The filing; {@code folio} is the authority's number, encrypted. */
    public record Submission(Sealed folio, LocalDate filedOn, String authority) {}

    /** The date that the authority set; {@code place} is encrypted. */
    public record Interview(LocalDateTime localStart, String zone, Instant start, Sealed place) {}

    /** The authority's decision. */
    public record Notified(DecisionOutcome outcome, LocalDate notifiedOn) {}

    /** The facts of the proceedings; each is null until it is recorded. */
    public record Proceedings(Submission submission, Interview interview, LocalDate attendedOn, Notified decision,
            LocalDate followUpSince) {

        static final Proceedings NONE = new Proceedings(null, null, null, null, null);

        public Proceedings withSubmission(Submission recorded) {
            return new Proceedings(recorded, interview, attendedOn, decision, followUpSince);
        }

        public Proceedings withInterview(Interview set) {
            return new Proceedings(submission, set, attendedOn, decision, followUpSince);
        }

        public Proceedings withAttendance(LocalDate on) {
            return new Proceedings(submission, interview, on, decision, followUpSince);
        }

        public Proceedings withDecision(Notified notified) {
            return new Proceedings(submission, interview, attendedOn, notified, followUpSince);
        }

        public Proceedings withFollowUp(LocalDate since) {
            return new Proceedings(submission, interview, attendedOn, decision, since);
        }
    }

    /** What commands depend on: how often the contact details were changed, and how often each fact was recorded. */
    public EntityTag tag() {
        EntityTag tag = tag(CaseProcess.shipped().rule(CaseAction.CHANGE_CONTACT));
        for (ActionRule rule : CaseProcess.shipped().facts()) {
            tag = tag.and(rule.tagPart(), history.count(rule.action()));
        }
        return tag;
    }

    private EntityTag tag(ActionRule rule) {
        return EntityTag.of(rule.tagPart(), history.count(rule.action()));
    }

    /** The refusal of an action whose sender saw an earlier state of what it changes. */
    public Optional<CaseRefusal> outdated(CaseAction action, EntityTag seen) {
        ActionRule rule = CaseProcess.shipped().rule(action);
        EntityTag current = tag(rule);
        if (current.isSeenIn(seen, rule.tagPart())) {
            return Optional.empty();
        }
        Optional<LocalDate> last = history.last(action)
                .map(entry -> entry.day() == null ? LocalDate.ofInstant(entry.at(), ZoneId.of(zone)) : entry.day());
        return Optional.of(new CaseRefusal.ChangedMeanwhile(action, current, seen.number(rule.tagPart()), last));
    }

    /** The recorded facts with their days, for the process table. */
    public RecordedActions recorded() {
        return RecordedActions.NONE
                .with(CaseAction.RECORD_SUBMISSION,
                        proceedings.submission() == null ? null : proceedings.submission().filedOn())
                .with(CaseAction.SET_INTERVIEW,
                        proceedings.interview() == null ? null : proceedings.interview().localStart().toLocalDate())
                .with(CaseAction.RECORD_ATTENDANCE, proceedings.attendedOn())
                .with(CaseAction.RECORD_DECISION,
                        proceedings.decision() == null ? null : proceedings.decision().notifiedOn())
                .with(CaseAction.START_FOLLOW_UP, proceedings.followUpSince());
    }

    /** The status of the case. */
    public CaseStatus status() {
        return CaseProcess.shipped().status(recorded());
    }

    /** The refusal of an action in the current state; empty when it is allowed. */
    public Optional<CaseRefusal> refusalOf(CaseAction action, boolean correction) {
        return CaseProcess.shipped().denial(action, recorded(), correction).map(CaseRefusal.NotNow::new);
    }

    Case with(Details changed, List<String> newTokens) {
        return new Case(caseId, office, reference, zone, changed, steps, proceedings, newTokens, opening, history);
    }

    public Case with(Proceedings changed) {
        return new Case(caseId, office, reference, zone, details, steps, changed, tokens, opening, history);
    }

    public Case with(StepProgress changed) {
        return new Case(caseId, office, reference, zone, details, changed, proceedings, tokens, opening, history);
    }

    public Case with(CaseHistory changed) {
        return new Case(caseId, office, reference, zone, details, steps, proceedings, tokens, opening, changed);
    }
}
