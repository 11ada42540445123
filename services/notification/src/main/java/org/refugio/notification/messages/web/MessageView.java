package org.refugio.notification.messages.web;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.ledger.Send;

/** An entry of the log. {@code reason} is a stable word, or null. */
record MessageView(String sendId, String caseId, String office, String appointmentId, int revision, MessageKind kind,
        Channel channel, Send.Status status, int attempts, String reason, Instant changedAt) {

    /** With its words; null where they can no longer be put together. */
    record Whole(MessageView message, String text) {}

    static MessageView of(Send send) {
        return new MessageView(send.sendId(), send.caseId(), send.office(), send.appointmentId(), send.revision(),
                send.kind(), send.channel(), send.status(), send.attempts(), send.reason(), send.changedAt());
    }
}
