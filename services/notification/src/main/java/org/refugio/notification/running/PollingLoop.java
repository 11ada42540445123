package org.refugio.notification.running;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something again and again on a thread of its own, at once while there is work and when it is nudged. Stopping waits
 * for the round under way: an interrupt amid a call would leave a message of which nobody knows whether it left.
 */
public final class PollingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PollingLoop.class);
    private static final long AFTER_A_FAULT_MILLIS = 1_000;
    private static final long LONGEST_STOP_MILLIS = 15_000;

    private final Semaphore work = new Semaphore(0);
    private final String name;
    private final long everyMillis;
    private final IntSupplier round;
    private volatile boolean running;
    private Thread thread;

    /** @param round answers how much it moved; more than 0 makes the next one follow at once */
    public PollingLoop(String name, long everyMillis, IntSupplier round) {
        this.name = name;
        this.everyMillis = everyMillis;
        this.round = round;
    }

    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** There is something to do. */
    public void nudge() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    public synchronized void stop() {
        running = false;
        nudge();
        try {
            thread.join(LONGEST_STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                work.drainPermits();
                if (round.getAsInt() == 0) {
                    work.tryAcquire(everyMillis, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("loop", name).addKeyValue("fault", e.getClass().getSimpleName())
                        .log("a round failed, will try again");
                pause();
            }
        }
    }

    private void pause() {
        try {
            work.tryAcquire(AFTER_A_FAULT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
