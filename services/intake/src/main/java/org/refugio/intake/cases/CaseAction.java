package org.refugio.intake.cases;

/** What people do to a case. */
public enum CaseAction {
    OPEN_CASE,
    CHANGE_CONTACT,
    RECORD_SUBMISSION,
    SET_INTERVIEW,
    RECORD_ATTENDANCE,
    RECORD_DECISION,
    START_FOLLOW_UP
}
