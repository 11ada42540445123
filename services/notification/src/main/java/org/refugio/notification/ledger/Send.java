package org.refugio.notification.ledger;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;

/**
 * One message to one person on one channel. Its id follows from what it is about, so the same message exists once.
 *
 * @param revision of the appointment that it speaks of
 * @param zone in which the person's nights are
 * @param queue where the ledger finds it by equality while there is something to do; null once it is over
 * @param attempts calls begun
 * @param usefulUntil by the domain's clock
 * @param leaseUntil by the machine's clock; a SENDING past it was hit by a crash, and nobody knows whether it left
 * @param notBefore by the machine's clock, after a definite refusal that may pass
 * @param reason a stable word once it failed, waits or was skipped
 */
public record Send(String sendId, String caseId, String office, String appointmentId, int revision, MessageKind kind,
        Channel channel, String zone, Status status, String queue, int attempts, Instant usefulUntil,
        Instant leaseUntil, Instant notBefore, String reason, Instant changedAt) {

    /** Where it stands. */
    public enum Status {
        PENDING,
        SENDING,
        SENT,
        FAILED,
        UNKNOWN,
        SKIPPED
    }

    public static final String SENDING = "sending";

    /** It is over, but it is still to be decided whether somebody must call. */
    public static final String AFTERMATH = "aftermath";

    public static String pending(Channel channel) {
        return "pending-" + channel;
    }

    /** Pending, but not now: at night, or after a refusal. */
    public static String later(Channel channel) {
        return "later-" + channel;
    }

    /** A message about an appointment: the same one for the same date, reason and channel. */
    public static String idOf(String appointmentId, int revision, MessageKind kind, Channel channel) {
        return "%s-%d-%s-%s".formatted(appointmentId, revision, kind, channel);
    }

    public boolean isUnderWay() {
        return status == Status.PENDING || status == Status.SENDING;
    }

    Send ready(Instant at) {
        return with(Status.PENDING, pending(channel), attempts, null, null, reason, at);
    }

    Send waiting(Instant after, String why, Instant at) {
        return with(Status.PENDING, later(channel), attempts, null, after, why, at);
    }

    Send sending(Instant lease, Instant at) {
        return with(Status.SENDING, SENDING, attempts + 1, lease, null, null, at);
    }

    Send ended(Status end, String why, Instant at) {
        return with(end, end == Status.SENT || kind == MessageKind.ANSWER_RECEIVED ? null : AFTERMATH, attempts, null,
                null, why, at);
    }

    Send over() {
        return with(status, null, attempts, null, null, reason, changedAt);
    }

    private Send with(Status nowStatus, String nowQueue, int nowAttempts, Instant lease, Instant after, String why,
            Instant at) {
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, zone, nowStatus, nowQueue,
                nowAttempts, usefulUntil, lease, after, why, at);
    }
}
