package org.refugio.messaging.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/**
 * The {@link EventBacklog} as gauges. {@code refugio.events.late} is the alarm: 1 while an event has waited for its turn longer
 * than a minute, which no mere reordering explains.
 */
public final class EventBacklogMetrics implements MeterBinder {

    static final Duration LATE = Duration.ofSeconds(60);

    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final EventOperations operations;
    private EventBacklog seen;
    private long seenAt;

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
        Gauge.builder(name, this, me -> me.read(value)).register(meters);
    }

    private double read(ToDoubleFunction<EventBacklog> value) {
        try {
            return value.applyAsDouble(recent());
        } catch (RuntimeException e) {
            return Double.NaN; // the store is away: no figure is better than an old one
        }
    }

    /** One look serves all gauges of a scrape. */
    private synchronized EventBacklog recent() {
        if (seen == null || System.nanoTime() - seenAt > FRESH_NANOS) {
            seen = operations.backlog();
            seenAt = System.nanoTime();
        }
        return seen;
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
