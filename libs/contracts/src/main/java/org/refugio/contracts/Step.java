package org.refugio.contracts;

/** The seven steps of a case, in order (see the procedure file for their words and rules). */
public enum Step {
    INITIAL_CONSULTATION,
    DOCUMENT_GATHERING,
    APPLICATION_SUBMISSION,
    INTERVIEW_PREPARATION,
    AUTHORITY_INTERVIEW,
    DECISION,
    FOLLOW_UP
}
