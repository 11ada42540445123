package org.refugio.messaging.observability;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.refugio.messaging.consumer.IncomingRecord;
import org.refugio.messaging.consumer.PipelineMetrics;
import org.refugio.messaging.event.EventOrigin;

/** {@link PipelineMetrics} as Micrometer meters, tagged by producer and never by a value. */
public final class MicrometerPipelineMetrics implements PipelineMetrics {

    private static final String EVENTS = "refugio.events";

    private final MeterRegistry meters;
    private final TracePropagation trace;

    /** @param trace runs a handler as part of the event's trace */
    public MicrometerPipelineMetrics(MeterRegistry meters, TracePropagation trace) {
        this.meters = meters;
        this.trace = trace;
    }

    @Override
    public void duplicate(String producer) {
        count(producer, "duplicate");
    }

    @Override
    public void waiting(String producer) {
        count(producer, "waiting");
    }

    @Override
    public void unknown(String producer) {
        count(producer, "unknown");
    }

    @Override
    public void parked(String producer, String reason) {
        count(producer, "parked");
    }

    @Override
    public void handling(IncomingRecord record, EventOrigin source, Runnable handler) {
        trace.runWithin(record.traceparent(), record.type(), handler);
        count(source.producer(), "handled");
        meters.timer("refugio.events.lag", "producer", source.producer())
                .record(Duration.between(source.committedAt(), Instant.now()));
    }

    private void count(String producer, String outcome) {
        meters.counter(EVENTS, "producer", producer, "outcome", outcome).increment();
    }
}
