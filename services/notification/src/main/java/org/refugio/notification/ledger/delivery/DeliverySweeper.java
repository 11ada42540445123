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
    private volatile long sweptTransitions;
    private int found;

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
        found = 0;
        for (Channel channel : Channel.values()) {
            if (sweepQueue(Send.postponed(channel), send -> releaseIfDue(send, machineNow)) > 0) {
                wakeUps.wakeUp(channel);
            }
        }
        sweepQueue(Send.SENDING, send -> endIfInterrupted(send, machineNow));
        sweepQueue(Send.ESCALATION, escalation::resolve);
        if (found == 0) {
            sweptTransitions = transitions;
        }
    }

    /** Applies the task to the whole queue; it returns whether an entry left the queue. Returns how many did. */
    private int sweepQueue(String queue, Predicate<Send> task) {
        int left = 0;
        int remained = 0;
        List<Send> batch;
        do {
            batch = sends.findQueued(queue, remained, BATCH);
            found += batch.size();
            for (Send send : batch) {
                if (task.test(send)) {
                    left++;
                } else {
                    remained++;
                }
            }
        } while (batch.size() == BATCH);
        return left;
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
