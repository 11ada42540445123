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

/** What the ledger must look after besides sending: those that wait, those that a crash hit, and what follows from an end. */
@Component
class DeliverySweeper {

    private static final int BATCH = 400;

    private final SendLedger sends;
    private final EscalationPolicy aftermath;
    private final WakeUpSignals nudges;
    private final DomainClock clock;

    DeliverySweeper(SendLedger sends, EscalationPolicy aftermath, WakeUpSignals nudges, DomainClock clock) {
        this.sends = sends;
        this.aftermath = aftermath;
        this.nudges = nudges;
        this.clock = clock;
    }

    /** One round. Nothing in it is urgent enough to follow at once: 0. */
    int round() {
        Instant machine = Instant.now();
        for (Channel channel : Channel.values()) {
            if (each(Send.later(channel), send -> recalled(send, machine)) > 0) {
                nudges.nudge(channel);
            }
        }
        each(Send.SENDING, send -> interrupted(send, machine));
        each(Send.AFTERMATH, aftermath::settled);
        return 0;
    }

    /** Through the whole queue; how many left it. */
    private int each(String queue, Predicate<Send> leaves) {
        int moved = 0;
        int stayed = 0;
        List<Send> found;
        do {
            found = sends.queued(queue, stayed, BATCH);
            for (Send send : found) {
                if (leaves.test(send)) {
                    moved++;
                } else {
                    stayed++;
                }
            }
        } while (found.size() == BATCH);
        return moved;
    }

    private boolean recalled(Send send, Instant machine) {
        Instant now = clock.instant();
        boolean late = !send.usefulUntil().isAfter(now);
        boolean night = QuietHours.earliest(now, ZoneId.of(send.zone()), send.usefulUntil()).isAfter(now);
        if (!late && (night || send.notBefore().isAfter(machine))) {
            return false;
        }
        sends.ready(send);
        return true;
    }

    /** A crash hit the call: nobody can say whether the carrier took it, so it is not sent again. */
    private boolean interrupted(Send send, Instant machine) {
        if (send.leaseUntil().isAfter(machine)) {
            return false;
        }
        sends.end(send, Send.Status.UNKNOWN, FailureReasons.CALL_INTERRUPTED);
        return true;
    }
}
