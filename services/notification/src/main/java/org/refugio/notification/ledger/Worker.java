package org.refugio.notification.ledger;

import org.refugio.notification.plans.FireDue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the timers and the ledger for as long as the service runs, on every instance alike. */
@Component
class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long LOOK_EVERY_MILLIS = 250;

    private final FireDue timers;
    private final Dispatch dispatch;
    private final SendLoop loop;
    private volatile boolean running;
    private Thread thread;

    Worker(FireDue timers, Dispatch dispatch, SendLoop loop) {
        this.timers = timers;
        this.dispatch = dispatch;
        this.loop = loop;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("sending").start(this::work);
    }

    private void work() {
        while (running) {
            try {
                int moved = timers.run() + dispatch.round();
                dispatch.sweep();
                if (moved == 0) {
                    loop.await(LOOK_EVERY_MILLIS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName()).log("a round failed, will try again");
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
