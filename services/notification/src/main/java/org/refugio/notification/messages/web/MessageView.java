package org.refugio.notification.messages.web;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.ledger.Send;

/** An entry of the ledger. {@code reason} is a stable code, or null. */
record MessageView(String sendId, String caseId, String office, String appointmentId, int revision, MessageKind kind,
        Channel channel, Send.Status status, int attempts, String reason, Instant changedAt) {

    /** With its text; null where it can no longer be composed. */
    record WithText(MessageView message, String text) {}

    static MessageView of(Send send) {
        return new MessageView(send.sendId(), send.caseId(), send.office(), send.appointmentId(), send.revision(),
                send.kind(), send.channel(), send.status(), send.attempts(), send.reason(), send.changedAt());
    }
}
