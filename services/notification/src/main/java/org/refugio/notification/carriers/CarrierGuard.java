package org.refugio.notification.carriers;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;

/**
 * The circuit breaker and bulkhead of one carrier. It does not retry: the ledger decides whether a message is sent
 * again.
 *
 * @param breaker opens when the carrier does not respond
 * @param bulkhead limits the concurrent calls
 */
public record CarrierGuard(CircuitBreaker breaker, Bulkhead bulkhead) {

    private static final int MAX_CONCURRENT_CALLS = 16;

    public static CarrierGuard create(CarrierGuards guards, String name) {
        return new CarrierGuard(guards.breaker(name), guards.bulkhead(name, MAX_CONCURRENT_CALLS));
    }

    public boolean isReachable() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    public void execute(Runnable call) {
        try {
            CircuitBreaker.decorateRunnable(breaker, Bulkhead.decorateRunnable(bulkhead, call)).run();
        } catch (CallNotPermittedException | BulkheadFullException e) {
            throw CarrierRejected.unreachable(e);
        }
    }
}
