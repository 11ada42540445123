package org.refugio.clock;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the shared offset again and again. While the store is away the last known one stays. */
final class OffsetWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OffsetWatch.class);

    private final MovableDomainClock clock;
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("domain-clock").factory());
    private boolean away;

    OffsetWatch(MovableDomainClock clock, Duration every) {
        this.clock = clock;
        timer.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            clock.refresh();
            away = false;
        } catch (MongoException | IllegalStateException e) {
            if (!away) {
                LOG.warn("The shared clock cannot be read ({}); going on with the last known offset",
                        e.getClass().getSimpleName());
            }
            away = true;
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
