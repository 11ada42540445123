package org.refugio.scheduling.booking;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Runs the sweeper periodically. */
@Component
class BookingSweepScheduler implements AutoCloseable {

    private final ScheduledFuture<?> sweep;

    BookingSweepScheduler(TaskScheduler scheduler, BookingSweeper sweeper, AttemptLeases leases) {
        Duration period = leases.sweepEvery();
        this.sweep = scheduler.scheduleWithFixedDelay(sweeper::sweep, scheduler.getClock().instant().plus(period),
                period);
    }

    @Override
    public void close() {
        sweep.cancel(true);
    }
}
