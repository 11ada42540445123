package org.refugio.procedure.process;

/** The status of a case as a whole; {@code process.yaml} names the action that leads to each. */
public enum CaseStatus {
    /** Nothing is filed yet. */
    OPEN,
    /** The application is with the authority. */
    FILED,
    /** The decision was notified. */
    DECIDED,
    /** Support after the decision. */
    FOLLOWED_UP
}
