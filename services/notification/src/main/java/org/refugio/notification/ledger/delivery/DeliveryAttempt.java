package org.refugio.notification.ledger.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.notification.carriers.CarrierOutcomeUnknown;
import org.refugio.notification.carriers.CarrierRejected;
import org.refugio.notification.carriers.CarrierRejections;
import org.refugio.notification.carriers.Carriers;
import org.refugio.notification.ledger.FailureReasons;
import org.refugio.notification.ledger.Send;
import org.refugio.notification.ledger.SendLedger;
import org.springframework.stereotype.Component;

/**
 * One attempt to deliver one message: it is prepared, the ledger is set to SENDING, the carrier is called, and the
 * result is recorded. Only the carrier call happens between the two writes.
 */
@Component
class DeliveryAttempt {

    /** The limit for one carrier. */
    static final int CONCURRENT_ATTEMPTS = 8;

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration VALIDITY_LIFETIME = Duration.ofMillis(1500);
    private static final Duration FIRST_DELAY = Duration.ofSeconds(5);
    private static final Duration MAX_DELAY = Duration.ofMinutes(5);

    private final SendLedger sends;
    private final DeliveryPreparation preparation;
    private final Carriers carriers;

    DeliveryAttempt(SendLedger sends, DeliveryPreparation preparation, Carriers carriers) {
        this.sends = sends;
        this.preparation = preparation;
        this.carriers = carriers;
    }

    /**
     * Attempts delivery, unless another instance does.
     *
     * @param checkedAt when scheduling reported the appointment as valid ({@link System#nanoTime})
     * @return 1 when the entry changed, otherwise 0
     */
    int attempt(Send send, long checkedAt) {
        return switch (preparation.prepare(send)) {
            case DeliveryPreparation.NotDeliverable failure -> {
                sends.finish(send, failure.status(), failure.reason());
                yield 1;
            }
            case DeliveryPreparation.Unreachable _ -> {
                sends.postpone(send, Instant.now().plus(FIRST_DELAY), FailureReasons.CARRIER_UNREACHABLE);
                yield 1;
            }
            case DeliveryPreparation.Ready ready -> {
                if (isStale(checkedAt)) {
                    yield 0; // checked again in the next round
                }
                Optional<Send> claimed = sends.claim(send, ready.addressToken(), Instant.now().plus(LEASE));
                claimed.ifPresent(own -> call(own, ready, checkedAt));
                yield claimed.isPresent() ? 1 : 0;
            }
        };
    }

    private void call(Send claimed, DeliveryPreparation.Ready ready, long checkedAt) {
        if (isStale(checkedAt)) {
            sends.release(claimed); // the claim took too long; no call was made
            return;
        }
        try {
            ready.call().run();
            persistWithRetry(() -> sends.finish(claimed, Send.Status.SENT, null));
        } catch (CarrierRejected rejection) {
            persistWithRetry(() -> recordRejection(claimed, ready.carrier(), rejection));
        } catch (CarrierOutcomeUnknown e) {
            persistWithRetry(() -> sends.finish(claimed, Send.Status.UNKNOWN, FailureReasons.CALL_INTERRUPTED));
        }
    }

    /**
     * One call is made in an attempt. The next attempt calls the next carrier, after it was checked again that the
     * appointment is still valid.
     */
    private void recordRejection(Send claimed, String carrier, CarrierRejected rejection) {
        CarrierRejections rejections = claimed.rejections().with(carrier, rejection.retryable());
        if (carriers.candidates(claimed.channel(), rejections).isEmpty()) {
            sends.finish(claimed, Send.Status.FAILED, rejection.reason());
        } else {
            Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(6, claimed.attempts() - 1));
            sends.postponeRejected(claimed, rejections,
                    Instant.now().plus(delay.compareTo(MAX_DELAY) < 0 ? delay : MAX_DELAY), rejection.reason());
        }
    }

    /**
     * Retries while the store is unavailable, so that the result of the call is not lost; after the lease it is
     * UNKNOWN.
     */
    private static void persistWithRetry(Runnable write) {
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

    private static boolean isStale(long checkedAt) {
        return System.nanoTime() - checkedAt > VALIDITY_LIFETIME.toNanos();
    }
}
