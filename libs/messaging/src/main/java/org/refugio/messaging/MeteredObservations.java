package org.refugio.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;

/** {@link Observations} as Micrometer meters, tagged by producer and never by a value. */
final class MeteredObservations implements Observations {

    private static final String EVENTS = "refugio.events";

    private final MeterRegistry meters;
    private final Trace trace;

    MeteredObservations(MeterRegistry meters, Trace trace) {
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
    public void handling(IncomingRecord record, SourceEvent source, Runnable handler) {
        trace.within(record.traceparent(), record.type(), handler);
        count(source.producer(), "handled");
        meters.timer("refugio.events.lag", "producer", source.producer())
                .record(Duration.between(source.committedAt(), Instant.now()));
    }

    private void count(String producer, String what) {
        meters.counter(EVENTS, "producer", producer, "outcome", what).increment();
    }
}
