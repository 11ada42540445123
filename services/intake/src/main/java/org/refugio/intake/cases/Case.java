package org.refugio.intake.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.DecisionOutcome;
import org.refugio.contracts.Sealed;
import org.refugio.procedure.process.CaseAction;
import org.refugio.procedure.process.CaseProcess;
import org.refugio.procedure.process.CaseStatus;
import org.refugio.procedure.process.RecordedActions;

/**
 * The current state of a case. Who it is about and how to reach them is sealed under the case's own key.
 *
 * @param reference what staff call it by, for instance {@code TAP-0123}
 * @param details whom it is about
 * @param proceedings what happened before the authority
 * @param tokens by which staff find the case
 * @param history what people recorded
 */
public record Case(String caseId, String office, String reference, String zone, Details details, StepProgress steps,
        Proceedings proceedings, List<String> tokens, Opening opening, CaseHistory history) {

    /** Whom it is about. {@code person}, {@code contact} and {@code narrative} are sealed. */
    public record Details(Sealed person, Sealed contact, Sealed narrative, ContactConsent consent, String language,
            LocalDate entryDate) {

        Details reachedBy(Sealed newContact, ContactConsent newConsent, String newLanguage) {
            return new Details(person, newContact, narrative, newConsent, newLanguage, entryDate);
        }
    }

    /** How and when it was opened; consent is express and written (LFPDPPP art. 8). */
    public record Opening(String openedBy, Instant openedAt, Instant consentedAt, String procedureVersion) {}

    /** The filing; {@code folio} is the authority's number, sealed. */
    public record Submission(Sealed folio, LocalDate filedOn, String authority) {}

    /** The date that the authority set; {@code place} is sealed. */
    public record Interview(LocalDateTime localStart, String zone, Instant start, Sealed place) {}

    /** The authority's decision. */
    public record Notified(DecisionOutcome outcome, LocalDate notifiedOn) {}

    /** What happened before the authority; each is null until it did. */
    public record Proceedings(Submission submission, Interview interview, LocalDate attendedOn, Notified decision,
            LocalDate followUpSince) {

        static final Proceedings NONE = new Proceedings(null, null, null, null, null);

        public Proceedings submitted(Submission now) {
            return new Proceedings(now, interview, attendedOn, decision, followUpSince);
        }

        public Proceedings interviewOn(Interview now) {
            return new Proceedings(submission, now, attendedOn, decision, followUpSince);
        }

        public Proceedings attended(LocalDate on) {
            return new Proceedings(submission, interview, on, decision, followUpSince);
        }

        public Proceedings decided(Notified now) {
            return new Proceedings(submission, interview, attendedOn, now, followUpSince);
        }

        public Proceedings followedUp(LocalDate since) {
            return new Proceedings(submission, interview, attendedOn, decision, since);
        }
    }

    /** What the process table asks about: the facts with their days. */
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

    /** Its status as a whole. */
    public CaseStatus status() {
        return CaseProcess.shipped().status(recorded());
    }

    /** The refusal of an action now; empty when it is possible. */
    public Optional<CaseRefusal> against(CaseAction action, boolean correction) {
        return CaseProcess.shipped().denial(action, recorded(), correction).map(CaseRefusal.NotNow::new);
    }

    Case with(Details now, List<String> nowTokens) {
        return new Case(caseId, office, reference, zone, now, steps, proceedings, nowTokens, opening, history);
    }

    public Case with(Proceedings now) {
        return new Case(caseId, office, reference, zone, details, steps, now, tokens, opening, history);
    }

    public Case with(StepProgress now) {
        return new Case(caseId, office, reference, zone, details, now, proceedings, tokens, opening, history);
    }

    public Case with(CaseHistory now) {
        return new Case(caseId, office, reference, zone, details, steps, proceedings, tokens, opening, now);
    }
}
