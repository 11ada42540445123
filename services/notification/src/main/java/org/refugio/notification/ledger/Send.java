package org.refugio.notification.ledger;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;

/**
 * One message to one person on one channel. Its id follows from what it is about, so the same message exists once.
 *
 * @param queue {@code pending} or {@code sending} while there is something to do; null once it is settled (the worker finds
 *     its work by equality on this)
 * @param attempts calls begun
 * @param leaseUntil by the machine's clock; a SENDING past it was hit by a crash, and nobody knows whether it left
 * @param notBefore by the machine's clock, after a definite refusal that may pass
 * @param reason a stable word once it failed or was skipped
 */
public record Send(String sendId, String caseId, String office, String appointmentId, int revision, MessageKind kind,
        Channel channel, Status status, String queue, int attempts, Instant usefulUntil, Instant leaseUntil,
        Instant notBefore, String reason, Instant changedAt) {

    /** Where it stands. */
    public enum Status {
        PENDING, SENDING, SENT, FAILED, UNKNOWN, SKIPPED
    }

    static final String QUEUE_PENDING = "pending";
    static final String QUEUE_SENDING = "sending";

    Send sending(Instant lease, Instant at) {
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, Status.SENDING, QUEUE_SENDING,
                attempts + 1, usefulUntil, lease, null, null, at);
    }

    Send again(Instant after, String why, Instant at) {
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, Status.PENDING, QUEUE_PENDING,
                attempts, usefulUntil, null, after, why, at);
    }

    Send settled(Status end, String why, Instant at) {
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, end, null, attempts,
                usefulUntil, null, null, why, at);
    }
}
