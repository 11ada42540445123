package org.refugio.notification.ledger.delivery;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a task on its own thread. It is not a task of the shared scheduler because it must react to a wake-up at
 * once, and because stopping waits for the current round: an interrupt during a carrier call would leave a message with
 * an unknown outcome.
 */
final class PollingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PollingLoop.class);
    private static final long DELAY_AFTER_FAULT_MILLIS = 1_000;
    private static final long STOP_TIMEOUT_MILLIS = 15_000;

    private final Semaphore wakeUps = new Semaphore(0);
    private final String name;
    private final long pollMillis;
    private final IntSupplier round;
    private volatile boolean running;
    private Thread thread;

    /** @param round returns how many items it processed; after more than 0 the next round follows immediately */
    PollingLoop(String name, long pollMillis, IntSupplier round) {
        this.name = name;
        this.pollMillis = pollMillis;
        this.round = round;
    }

    synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Starts the next round immediately. */
    void wakeUp() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    synchronized void stop() {
        running = false;
        wakeUp();
        try {
            thread.join(STOP_TIMEOUT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                wakeUps.drainPermits();
                if (round.getAsInt() == 0) {
                    wakeUps.tryAcquire(pollMillis, TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atWarn().addKeyValue("loop", name).addKeyValue("fault", e.getClass().getSimpleName())
                        .log("a round failed and will be repeated");
                delayAfterFault();
            }
        }
    }

    private void delayAfterFault() {
        try {
            wakeUps.tryAcquire(DELAY_AFTER_FAULT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
