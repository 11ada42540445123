package org.refugio.procedure.process;

/** What people do to a case; the rules of each are its row in {@code process.yaml}. The names are stored in histories. */
public enum CaseAction {
    OPEN_CASE,
    CHANGE_CONTACT,
    RECORD_SUBMISSION,
    SET_INTERVIEW,
    RECORD_ATTENDANCE,
    RECORD_DECISION,
    START_FOLLOW_UP
}
