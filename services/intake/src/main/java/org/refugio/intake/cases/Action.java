package org.refugio.intake.cases;

/** What can be done to a case. */
enum Action {
    CHANGE_CONTACT, RECORD_SUBMISSION, SET_INTERVIEW, RECORD_ATTENDANCE, RECORD_DECISION, START_FOLLOW_UP
}
