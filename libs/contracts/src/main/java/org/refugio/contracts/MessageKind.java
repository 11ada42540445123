package org.refugio.contracts;

/** The reason for a message. */
public enum MessageKind {
    CONFIRMATION,
    REMINDER_7_DAYS,
    REMINDER_2_DAYS,
    REMINDER_2_HOURS,
    CHANGE_NOTICE,
    CANCELLATION_NOTICE,
    ANSWER_RECEIVED,
    /** Asks what a reply is about. */
    CLARIFICATION
}
