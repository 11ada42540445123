package org.refugio.notification.replies;

import java.util.UUID;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.notification.carriers.IncomingText;

/**
 * The id of a message from a phone, which is the same when a carrier delivers it again. The text is no part of it: people
 * send the same short answer about several appointments.
 */
final class MessageIdentity {

    private MessageIdentity() {
    }

    /**
     * By the carrier's id where it gives one, otherwise by the time that it reports. Of a carrier that gives neither every
     * delivery is a message of its own: one that is stored twice is better than one that is lost.
     *
     * @param phoneToken of the sender; in both keys, because carriers begin to count again
     */
    static String of(IncomingText message, String phoneToken) {
        if (message.messageId() != null) {
            return DerivedIds.derived("sms-id", message.carrier(), message.line(), phoneToken, message.messageId());
        }
        if (message.sentAt() != null) {
            return DerivedIds.derived("sms-time", message.carrier(), message.line(), phoneToken, message.sentAt(),
                    message.parts());
        }
        return DerivedIds.derived("sms", UUID.randomUUID().toString());
    }
}
