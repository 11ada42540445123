package org.refugio.messaging.consumer;

import org.refugio.messaging.event.EventOrigin;

/** Counts what a pipeline does with events and measures their lag. */
public interface PipelineMetrics {

    /** Counts an event that was already applied. */
    void duplicate(String producer);

    /** Counts an event that arrived before its predecessor. */
    void waiting(String producer);

    /** Counts an event of a type that this build does not know. */
    void unknown(String producer);

    /** Counts a parked event. */
    void parked(String producer, String reason);

    /**
     * Runs the handler as part of the event's trace, counts the event as handled and records the time since the producer
     * committed it.
     */
    void handling(IncomingRecord record, EventOrigin source, Runnable handler);
}
