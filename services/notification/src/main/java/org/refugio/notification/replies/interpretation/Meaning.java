package org.refugio.notification.replies.interpretation;

/** The meaning of a reply. */
public enum Meaning {
    CONFIRMS,
    WANTS_CHANGE,
    /** Only the code of an appointment: what was asked about it is known from the question. */
    CHOICE,
    /** The appointment or the messages: people write CANCELAR and mean either. */
    CANCELS,
    OPT_OUT,
    OPT_IN,
    /** A person has to read it. */
    UNCLEAR
}
