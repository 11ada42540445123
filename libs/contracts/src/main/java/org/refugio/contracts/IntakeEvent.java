package org.refugio.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The events of intake: cases, their people and their seven steps. The source aggregate is the case. */
public sealed interface IntakeEvent extends Event {

    /** A case was opened. {@code person} holds a {@link PersonDetails}, {@code contact} a {@link ContactDetails}, as JSON. */
    @Wire("intake.case-opened.v1")
    record CaseOpened(String caseId, String office, String reference, String zone, String language, Sealed person,
            Sealed contact, ContactConsent consent, LocalDate entryDate, String procedureVersion, String openedBy,
            Instant openedAt) implements IntakeEvent {}

    /** The contact details or the consent changed; the new values replace the old ones. */
    @Wire("intake.contact-changed.v1")
    record ContactChanged(String caseId, String office, String language, Sealed contact, ContactConsent consent,
            Instant changedAt) implements IntakeEvent {}

    /** The status of a step changed. */
    @Wire("intake.step-changed.v1")
    record StepChanged(String caseId, String office, Step step, StepStatus status, Instant changedAt)
            implements
                IntakeEvent {}

    /**
     * The application was filed with the authority; {@code folio} is the authority's own number. In this event and in the
     * other facts of the proceedings, {@code correctionReason} is sealed, and null unless the fact replaces one that was
     * recorded wrongly.
     */
    @Wire("intake.submission-recorded.v1")
    record SubmissionRecorded(String caseId, String office, Sealed folio, LocalDate filedOn, String authority,
            String recordedBy, Sealed correctionReason) implements IntakeEvent {}

    /** The authority set or moved the date of its interview, whether or not it collides with an appointment. */
    @Wire("intake.authority-interview-set.v1")
    record AuthorityInterviewSet(String caseId, String office, LocalDateTime localStart, String zone, Instant start,
            Sealed place, String recordedBy) implements IntakeEvent {}

    /** The person attended the authority's interview. */
    @Wire("intake.interview-attended.v1")
    record InterviewAttended(String caseId, String office, LocalDate attendedOn, String recordedBy,
            Sealed correctionReason)
            implements
                IntakeEvent {}

    /** The authority's decision was notified. */
    @Wire("intake.decision-recorded.v1")
    record DecisionRecorded(String caseId, String office, DecisionOutcome outcome, LocalDate notifiedOn,
            String recordedBy, Sealed correctionReason) implements IntakeEvent {}

    /** Support after the decision began. */
    @Wire("intake.follow-up-started.v1")
    record FollowUpStarted(String caseId, String office, LocalDate startedOn, String recordedBy,
            Sealed correctionReason)
            implements
                IntakeEvent {}

    /** An event whose type this build does not know: counted and skipped, never published. */
    record Unknown(String type) implements IntakeEvent {}
}
