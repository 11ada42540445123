package org.refugio.messaging.observability;

import org.refugio.messaging.consumer.IncomingRecord;
import org.refugio.messaging.event.EventOrigin;

/** What the pipeline lets operators see: counts, lags and the trace that an event belongs to. */
public interface PipelineMetrics {

    void duplicate(String producer);

    void waiting(String producer);

    void unknown(String producer);

    void parked(String producer, String reason);

    /** Run the handler inside the event's trace and time it from the producer's commit. */
    void handling(IncomingRecord record, EventOrigin source, Runnable handler);
}
