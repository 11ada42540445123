package org.refugio.contracts;

/** What an appointment is for. Never shown to the person by this name. */
public enum AppointmentKind {
    CONSULTATION,
    INTERVIEW_PREPARATION,
    AUTHORITY_INTERVIEW,
    FOLLOW_UP
}
