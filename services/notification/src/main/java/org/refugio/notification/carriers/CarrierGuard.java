package org.refugio.notification.carriers;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * The guards of one carrier. There is no retry here: whether a message may be tried again is for the ledger to say.
 *
 * @param breaker opens when the carrier does not answer
 * @param bulkhead limits the calls at a time
 */
record CarrierGuard(CircuitBreaker breaker, Bulkhead bulkhead) {

    private static final int AT_ONCE = 16;

    static CarrierGuard by(CarrierGuards guards, String name) {
        return new CarrierGuard(guards.breaker(name), guards.bulkhead(name, AT_ONCE));
    }

    boolean isReachable() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    void call(Runnable call) {
        try {
            CircuitBreaker.decorateRunnable(breaker, Bulkhead.decorateRunnable(bulkhead, call)).run();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw CarrierRejected.away(e);
        }
    }
}
