package org.refugio.clock;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;

/** Refreshes the offset of a movable clock periodically. While the store does not respond the last known one is used. */
final class OffsetRefresher implements AutoCloseable {

    private final ScheduledFuture<?> refresh;

    OffsetRefresher(TaskScheduler scheduler, MovableDomainClock clock, Duration period) {
        this.refresh = scheduler.scheduleWithFixedDelay(clock::refresh, scheduler.getClock().instant().plus(period),
                period);
    }

    @Override
    public void close() {
        refresh.cancel(true);
    }
}
