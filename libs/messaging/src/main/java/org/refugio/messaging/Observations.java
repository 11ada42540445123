package org.refugio.messaging;

/** What the pipeline lets operators see: counts, lags and the trace that an event belongs to. */
interface Observations {

    void duplicate(String producer);

    void waiting(String producer);

    void unknown(String producer);

    void parked(String producer, String reason);

    /** Run the handler inside the event's trace and time it from the producer's commit. */
    void handling(IncomingRecord record, SourceEvent source, Runnable handler);
}
