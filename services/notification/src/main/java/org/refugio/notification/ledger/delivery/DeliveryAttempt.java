package org.refugio.notification.ledger.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.notification.carriers.CarrierOutcomeUnknown;
import org.refugio.notification.carriers.CarrierRejected;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.springframework.stereotype.Component;

/**
 * One attempt for one message: everything is made ready first, then the ledger says SENDING, then the carrier is called,
 * then the ledger says what came of it. Only the call itself stands between the two writes.
 */
@Component
class DeliveryAttempt {

    /** To one carrier. */
    static final int AT_ONCE = 8;

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration STANDS_FOR = Duration.ofMillis(1500);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final SendLedger sends;
    private final DeliveryPreparation handover;

    DeliveryAttempt(SendLedger sends, DeliveryPreparation handover) {
        this.sends = sends;
        this.handover = handover;
    }

    /**
     * Try it, unless another instance does.
     *
     * @param answered when scheduling said that it stands ({@link System#nanoTime})
     * @return 1 when the entry moved
     */
    int attempt(Send send, long answered) {
        return switch (handover.prepare(send)) {
            case DeliveryPreparation.Nothing nothing -> {
                sends.end(send, nothing.end(), nothing.reason());
                yield 1;
            }
            case DeliveryPreparation.Later _ -> {
                sends.postpone(send, Instant.now().plus(FIRST_PAUSE), FailureReasons.CARRIER_AWAY);
                yield 1;
            }
            case DeliveryPreparation.Ready ready -> {
                if (isStale(answered)) {
                    yield 0; // asked about again in the next round
                }
                Optional<Send> claimed = sends.claim(send, Instant.now().plus(LEASE));
                claimed.ifPresent(mine -> call(mine, ready, answered));
                yield claimed.isPresent() ? 1 : 0;
            }
        };
    }

    private void call(Send claimed, DeliveryPreparation.Ready ready, long answered) {
        if (isStale(answered)) {
            sends.ready(claimed); // the write took long, and no call was made
            return;
        }
        try {
            ready.call().run();
            persist(() -> sends.end(claimed, Send.Status.SENT, null));
        } catch (CarrierRejected refusal) {
            persist(() -> refused(claimed, refusal));
        } catch (CarrierOutcomeUnknown e) {
            persist(() -> sends.end(claimed, Send.Status.UNKNOWN, FailureReasons.CALL_INTERRUPTED));
        }
    }

    private void refused(Send claimed, CarrierRejected refusal) {
        if (refusal.mayPass()) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(6, claimed.attempts() - 1));
            sends.postpone(claimed,
                    Instant.now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE), refusal.reason());
        } else {
            sends.end(claimed, Send.Status.FAILED, refusal.reason());
        }
    }

    /** What came of the call must not be lost to a store that is away for a moment; after the lease it is UNKNOWN. */
    private static void persist(Runnable write) {
        Instant end = Instant.now().plus(LEASE);
        while (true) {
            try {
                write.run();
                return;
            } catch (TransientFailure e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        }
    }

    private static boolean isStale(long answered) {
        return System.nanoTime() - answered > STANDS_FOR.toNanos();
    }
}
