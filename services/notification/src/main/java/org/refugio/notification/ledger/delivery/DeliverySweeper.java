package org.refugio.notification.ledger.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.refugio.notification.plans.QuietHours;
import org.springframework.stereotype.Component;

/** Releases postponed messages, marks those interrupted by a crash as UNKNOWN, and escalates undelivered ones. */
@Component
class DeliverySweeper {

    private static final int BATCH = 400;

    private final SendLedger sends;
    private final EscalationPolicy escalation;
    private final WakeUpSignals wakeUps;
    private final DomainClock clock;
    /** The transitions before the last sweep, which found nothing; -1 when it found something, and before the first. */
    private volatile long sweptTransitions = -1;

    DeliverySweeper(SendLedger sends, EscalationPolicy escalation, WakeUpSignals wakeUps, DomainClock clock) {
        this.sends = sends;
        this.escalation = escalation;
        this.wakeUps = wakeUps;
        this.clock = clock;
    }

    /** Whether an entry may be in one of the queues, as far as this process knows. */
    boolean mayHaveWork() {
        return sends.transitions() != sweptTransitions;
    }

    void sweep() {
        Instant machineNow = Instant.now();
        long transitions = sends.transitions();
        boolean any = false;
        for (Channel channel : Channel.values()) {
            Swept postponed = sweepQueue(Send.postponed(channel), send -> releaseIfDue(send, machineNow));
            any |= postponed.any();
            if (postponed.left() > 0) {
                wakeUps.wakeUp(channel);
            }
        }
        any |= sweepQueue(Send.SENDING, send -> endIfInterrupted(send, machineNow)).any();
        any |= sweepQueue(Send.ESCALATION, escalation::resolve).any();
        sweptTransitions = any ? -1 : transitions;
    }

    /** How many entries left a queue, and how many remained in it. */
    private record Swept(int left, int remained) {

        boolean any() {
            return left + remained > 0;
        }
    }

    /** Applies the task to the whole queue; it returns whether an entry left the queue. */
    private Swept sweepQueue(String queue, Predicate<Send> task) {
        int left = 0;
        int remained = 0;
        List<Send> found;
        do {
            found = sends.findQueued(queue, remained, BATCH);
            for (Send send : found) {
                if (task.test(send)) {
                    left++;
                } else {
                    remained++;
                }
            }
        } while (found.size() == BATCH);
        return new Swept(left, remained);
    }

    private boolean releaseIfDue(Send send, Instant machineNow) {
        Instant now = clock.instant();
        boolean expired = !send.usefulUntil().isAfter(now);
        boolean quiet = QuietHours.earliest(now, ZoneId.of(send.zone()), send.usefulUntil()).isAfter(now);
        if (!expired && (quiet || send.notBefore().isAfter(machineNow))) {
            return false;
        }
        sends.release(send);
        return true;
    }

    /** A crash interrupted the call: the carrier may have accepted the message, so it is not sent again. */
    private boolean endIfInterrupted(Send send, Instant machineNow) {
        if (send.leaseUntil().isAfter(machineNow)) {
            return false;
        }
        sends.finish(send, Send.Status.UNKNOWN, FailureReasons.CALL_INTERRUPTED);
        return true;
    }
}
