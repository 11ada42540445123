package org.refugio.messaging.consumer;

import org.refugio.contracts.Event;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateRepository;

/**
 * Applies the events of one producer, in order per source aggregate. It may run again for the same event after a crash, so
 * every effect must be idempotent: a deterministic {@code _id}, or {@link AggregateRepository#react}.
 *
 * @param <E> the producer's sealed interface; switch over it without {@code default}
 */
public interface EventHandler<E extends Event> {

    /** The producer's sealed interface. */
    Class<E> producer();

    /**
     * Applies the event.
     *
     * @throws TransientFailure when the service's own store or broker does not respond: the event is retried without limit
     * @throws PermanentFailure when the event can never be applied: it is parked, and later events of its aggregate wait
     */
    void on(E event, EventOrigin source);
}
