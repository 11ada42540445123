package org.refugio.messaging.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.refugio.messaging.event.EventHeaders;

/** {@link TracePropagation} over Micrometer Tracing. */
public final class MicrometerTracePropagation implements TracePropagation {

    private final Tracer tracer;
    private final Propagator propagator;

    /** Over the tracer and the propagator of Spring Boot's auto-configuration. */
    public MicrometerTracePropagation(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public String currentTraceparent() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        TraceContext context = span.context();
        return "00-%s-%s-01".formatted(context.traceId(), context.spanId());
    }

    @Override
    public void runWithin(String traceparent, String name, Runnable work) {
        Span span = propagator
                .extract(traceparent, (carrier, key) -> EventHeaders.TRACEPARENT.equalsIgnoreCase(key) ? carrier : null)
                .name(name).kind(Span.Kind.CONSUMER).start();
        try (Tracer.SpanInScope _ = tracer.withSpan(span)) {
            work.run();
        } finally {
            span.end();
        }
    }
}
