package org.refugio.contracts;

import java.time.Instant;

/** The events of notification. The source aggregate is a send of the ledger, a reply, or a call task. */
public sealed interface NotificationEvent extends Event {

    /** The carrier accepted the message. */
    @Wire("notification.message-sent.v1")
    record MessageSent(String sendId, String caseId, String office, String appointmentId, int revision,
            MessageKind kind, Channel channel, Instant sentAt) implements NotificationEvent {}

    /** The message was not sent and will not be. {@code reason} is a stable word, never the carrier's text. */
    @Wire("notification.message-failed.v1")
    record MessageFailed(String sendId, String caseId, String office, String appointmentId, int revision,
            MessageKind kind, Channel channel, String reason, Instant failedAt) implements NotificationEvent {}

    /** A crash during the call left it unknown whether the carrier accepted the message. It is not sent again automatically. */
    @Wire("notification.message-unknown.v1")
    record MessageUnknown(String sendId, String caseId, String office, String appointmentId, int revision,
            MessageKind kind, Channel channel, Instant foundAt) implements NotificationEvent {}

    /** The person replied to a message about an appointment. */
    @Wire("notification.reply-received.v1")
    record ReplyReceived(String replyId, String caseId, String office, String appointmentId, int revision,
            ReplyMeaning meaning, Channel channel, Instant receivedAt) implements NotificationEvent {}

    /** A reply whose meaning is not recognised; a member of staff reads it. */
    @Wire("notification.reply-unclear.v1")
    record ReplyUnclear(String replyId, String caseId, String office, Sealed text, Channel channel,
            Instant receivedAt) implements NotificationEvent {}

    /** The person opted out of messages on this channel. */
    @Wire("notification.opted-out.v1")
    record OptedOut(String replyId, String caseId, String office, Channel channel, Instant optedOutAt)
            implements
                NotificationEvent {}

    /** The office has to call the person. {@code why} is a stable word, for instance {@code message-unknown}. */
    @Wire("notification.call-needed.v1")
    record CallNeeded(String taskId, String caseId, String office, String appointmentId, String why, Instant neededAt)
            implements
                NotificationEvent {}

    /** The call was made or is no longer needed. */
    @Wire("notification.call-settled.v1")
    record CallSettled(String taskId, String caseId, String office, String settledBy, Instant settledAt)
            implements
                NotificationEvent {}

    /** An event whose type this build does not know: counted and skipped, never published. */
    record Unknown(String type) implements NotificationEvent {}
}
