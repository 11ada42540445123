package org.refugio.contracts;

/** The purpose of an appointment. The person never sees these names. */
public enum AppointmentKind {
    CONSULTATION,
    INTERVIEW_PREPARATION,
    AUTHORITY_INTERVIEW,
    FOLLOW_UP
}
