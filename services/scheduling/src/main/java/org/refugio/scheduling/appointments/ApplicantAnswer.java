package org.refugio.scheduling.appointments;

/** What the person said about the date as it stands. */
public enum ApplicantAnswer {
    NONE,
    CONFIRMED,
    CHANGE_REQUESTED
}
