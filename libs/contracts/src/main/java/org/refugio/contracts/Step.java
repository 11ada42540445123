package org.refugio.contracts;

/** The seven steps of a case, in order. The procedure file has their texts and rules. */
public enum Step {
    INITIAL_CONSULTATION,
    DOCUMENT_GATHERING,
    APPLICATION_SUBMISSION,
    INTERVIEW_PREPARATION,
    AUTHORITY_INTERVIEW,
    DECISION,
    FOLLOW_UP
}
