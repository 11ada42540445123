package org.refugio.notification.ledger;

import java.time.Instant;
import java.util.List;
import org.refugio.contracts.Channel;
import org.refugio.contracts.MessageKind;
import org.refugio.notification.carriers.CarrierRejections;

/**
 * One message to one person on one channel. Its id is derived from its content, so the same message exists once.
 *
 * @param revision the revision of the appointment that it is about
 * @param zone the person's time zone, for quiet hours
 * @param queue the work queue that it is in, found by equality; null once nothing is left to do
 * @param attempts the number of carrier calls started
 * @param usefulUntil in domain time
 * @param leaseUntil in machine time; a message that is SENDING after it was interrupted by a crash, and its outcome is
 * unknown
 * @param notBefore in machine time; set after a retryable rejection
 * @param reason a stable code once it failed, was postponed or was skipped
 * @param rejections the carriers that were called and did not accept it
 * @param addressToken a blind-index token of the number that a text message was sent to; null before the first call
 * @param choices the appointments that a question names; empty for every other message
 */
public record Send(String sendId, String caseId, String office, String appointmentId, int revision, MessageKind kind,
        Channel channel, String zone, Status status, String queue, int attempts, Instant usefulUntil,
        Instant leaseUntil, Instant notBefore, String reason, CarrierRejections rejections, Instant changedAt,
        String addressToken,
        List<Choice> choices) {

    public Send {
        // entries of before there could be several carriers have none
        rejections = rejections == null ? CarrierRejections.NONE : rejections;
        choices = choices == null ? List.of() : List.copyOf(choices);
    }

    /** The delivery status. */
    public enum Status {
        PENDING,
        SENDING,
        SENT,
        FAILED,
        UNKNOWN,
        SKIPPED
    }

    public static final String SENDING = "sending";

    /** The queue of finished messages for which a call to the person has not been decided yet. */
    public static final String ESCALATION = "aftermath";

    public static String pending(Channel channel) {
        return "pending-" + channel;
    }

    /** The queue of postponed messages: in quiet hours, or after a retryable rejection. */
    public static String postponed(Channel channel) {
        return "later-" + channel;
    }

    /** The id of the message of this kind about this revision on this channel. */
    public static String idOf(String appointmentId, int revision, MessageKind kind, Channel channel) {
        return "%s-%d-%s-%s".formatted(appointmentId, revision, kind, channel);
    }

    /** Whether it responds to a message of the person: it is sent at any hour, and nobody calls because of it. */
    public boolean isResponse() {
        return switch (kind) {
            case ANSWER_RECEIVED, CLARIFICATION -> true;
            case CONFIRMATION, REMINDER_7_DAYS, REMINDER_2_DAYS, REMINDER_2_HOURS, CHANGE_NOTICE, CANCELLATION_NOTICE ->
                false;
        };
    }

    public boolean isInProgress() {
        return status == Status.PENDING || status == Status.SENDING;
    }

    Send released(Instant at) {
        return with(Status.PENDING, pending(channel), attempts, null, null, reason, at);
    }

    Send postponed(Instant newNotBefore, String reasonCode, Instant at) {
        return with(Status.PENDING, postponed(channel), attempts, null, newNotBefore, reasonCode, at);
    }

    Send rejected(CarrierRejections newRejections) {
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, zone, status, queue, attempts,
                usefulUntil, leaseUntil, notBefore, reason, newRejections, changedAt, addressToken, choices);
    }

    Send sending(Instant lease, String token, Instant at) {
        Send sending = with(Status.SENDING, SENDING, attempts + 1, lease, null, null, at);
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, zone, sending.status,
                sending.queue,
                sending.attempts, usefulUntil, lease, null, null, rejections, at, token, choices);
    }

    Send finished(Status result, String reasonCode, Instant at) {
        return with(result, result == Status.SENT || isResponse() ? null : ESCALATION, attempts, null, null, reasonCode,
                at);
    }

    Send withoutQueue() {
        return with(status, null, attempts, null, null, reason, changedAt);
    }

    private Send with(Status newStatus, String newQueue, int newAttempts, Instant lease, Instant newNotBefore,
            String reasonCode,
            Instant at) {
        return new Send(sendId, caseId, office, appointmentId, revision, kind, channel, zone, newStatus, newQueue,
                newAttempts, usefulUntil, lease, newNotBefore, reasonCode, rejections, at, addressToken, choices);
    }
}
