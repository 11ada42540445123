package org.refugio.contracts;

/** Why a message goes out. */
public enum MessageKind {
    CONFIRMATION,
    REMINDER_7_DAYS,
    REMINDER_2_DAYS,
    REMINDER_2_HOURS,
    CHANGE_NOTICE,
    CANCELLATION_NOTICE,
    ANSWER_RECEIVED
}
