package org.refugio.notification.timers;

import org.refugio.notification.running.PollingLoop;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks several times a second whether something is due, on every instance alike. */
@Component
class ReminderTimer implements SmartLifecycle {

    private static final long EVERY_MILLIS = 200;

    private final PollingLoop loop;

    ReminderTimer(DueReminders due) {
        this.loop = new PollingLoop("timers", EVERY_MILLIS, due::run);
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
