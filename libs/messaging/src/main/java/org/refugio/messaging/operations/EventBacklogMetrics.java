package org.refugio.messaging.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * The {@link EventBacklog} as gauges; ages in seconds. {@code refugio.events.late} is for alerts: 1 while an event has been
 * waiting for its predecessor longer than a minute, which reordering alone does not explain.
 */
public final class EventBacklogMetrics implements MeterBinder {

    static final Duration LATE = Duration.ofSeconds(60);

    private static final long MAX_AGE_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventOperations operations;
    private EventBacklog latest;
    private long readAt;

    /** @param operations where the backlog is read */
    public EventBacklogMetrics(EventOperations operations) {
        this.operations = operations;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "refugio.outbox.pending", backlog -> backlog.pending());
        gauge(meters, "refugio.outbox.age.seconds", backlog -> seconds(backlog.pendingAge()));
        gauge(meters, "refugio.events.waiting", backlog -> backlog.waiting());
        gauge(meters, "refugio.events.waiting.age.seconds", backlog -> seconds(backlog.waitingAge()));
        gauge(meters, "refugio.events.late", backlog -> backlog.waitingAge().compareTo(LATE) > 0 ? 1 : 0);
        gauge(meters, "refugio.events.parked", backlog -> backlog.parked());
    }

    private void gauge(MeterRegistry meters, String name, ToDoubleFunction<EventBacklog> value) {
        Gauge.builder(name, this, metrics -> metrics.read(value)).register(meters);
    }

    private double read(ToDoubleFunction<EventBacklog> value) {
        try {
            return value.applyAsDouble(recent());
        } catch (RuntimeException e) {
            return Double.NaN; // the store does not respond: no value is better than an outdated one
        }
    }

    /** One query serves all gauges of a scrape. */
    private synchronized EventBacklog recent() {
        if (latest == null || System.nanoTime() - readAt > MAX_AGE_NANOS) {
            latest = operations.backlog();
            readAt = System.nanoTime();
        }
        return latest;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
