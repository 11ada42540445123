package org.refugio.contracts;

/** The meaning of a person's reply for the appointment. */
public enum ReplyMeaning {
    CONFIRMS,
    WANTS_CHANGE
}
