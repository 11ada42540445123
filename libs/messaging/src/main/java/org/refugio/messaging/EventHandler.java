package org.refugio.messaging;

import org.refugio.contracts.Event;

/**
 * Applies the events of one producer, in order per source aggregate. Every effect must be idempotent by itself: a
 * deterministic {@code _id}, or {@link Aggregates#react}. It may run again for the same event after a crash.
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
    void on(E event, SourceEvent source);
}
