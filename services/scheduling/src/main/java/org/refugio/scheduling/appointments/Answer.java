package org.refugio.scheduling.appointments;

/** What the person said about the date as it stands. */
public enum Answer {
    NONE, CONFIRMED, CHANGE_REQUESTED
}
