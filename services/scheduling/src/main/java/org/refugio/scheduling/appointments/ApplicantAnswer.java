package org.refugio.scheduling.appointments;

/** The person's answer about the current date. */
public enum ApplicantAnswer {
    NONE,
    CONFIRMED,
    CHANGE_REQUESTED
}
