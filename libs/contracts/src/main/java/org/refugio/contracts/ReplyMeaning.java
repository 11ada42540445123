package org.refugio.contracts;

/** What a person's answer means for the appointment. */
public enum ReplyMeaning {
    CONFIRMS,
    WANTS_CHANGE
}
