package org.refugio.notification.timers;

import java.time.Duration;
import org.refugio.clock.DomainClock;
import org.refugio.notification.plans.DueMinuteIndex;
import org.refugio.notification.running.PollingLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks for due reminders, on every instance: at once when a plan was written, and several times a second. */
@Component
class ReminderTimer implements SmartLifecycle {

    private static final Duration PERIOD = Duration.ofMillis(200);
    /** A movable clock reads the store when it is asked for the time. */
    private static final Duration MOVABLE_CLOCK_PERIOD = Duration.ofSeconds(1);

    private final PollingLoop loop;

    ReminderTimer(DueReminders due, DueMinuteIndex dueMinutes, DomainClock clock) {
        Duration emptyPeriod = clock.movable() ? MOVABLE_CLOCK_PERIOD : PERIOD;
        this.loop = new PollingLoop("timers", PERIOD, emptyPeriod, due::fireDue);
        dueMinutes.onAdded(loop::wakeUp);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
