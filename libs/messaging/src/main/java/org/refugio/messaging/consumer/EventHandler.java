package org.refugio.messaging.consumer;

import org.refugio.contracts.Event;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateRepository;

/**
 * Applies the events of one producer, in order per source aggregate. Every effect must be idempotent by itself: a
 * deterministic {@code _id}, or {@link AggregateRepository#react}. It may run again for the same event after a crash.
 *
 * @param <E> the producer's sealed interface; switch over it without {@code default}
 */
public interface EventHandler<E extends Event> {

    /** The producer's sealed interface. */
    Class<E> producer();

    /**
     * Apply the event.
     *
     * @throws TransientFailure when one's own store or broker fails: retried without limit, nothing is parked
     * @throws PermanentFailure when the record itself cannot be applied: parked, and this aggregate's later events wait
     */
    void on(E event, EventOrigin source);
}
