package org.refugio.notification.timers;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Looks for due reminders several times a second, on every instance. */
@Component
class ReminderTimer implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(200);

    private final ScheduledFuture<?> task;

    ReminderTimer(TaskScheduler scheduler, DueReminders due) {
        this.task = scheduler.scheduleWithFixedDelay(due::fireDue, scheduler.getClock().instant().plus(PERIOD), PERIOD);
    }

    @Override
    public void close() {
        task.cancel(true);
    }
}
