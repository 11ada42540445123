package org.refugio.notification.running;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a task on its own thread. It is not a task of the shared scheduler because it must react to a wake-up at
 * once, and because stopping waits for the current round: an interrupt during a carrier call would leave a message with
 * an unknown outcome.
 */
public final class PollingLoop {

    private static final Logger LOG = LoggerFactory.getLogger(PollingLoop.class);
    private static final Duration DELAY_AFTER_FAULT = Duration.ofSeconds(1);
    private static final long STOP_TIMEOUT_MILLIS = 15_000;

    private final Semaphore wakeUps = new Semaphore(0);
    private final String name;
    private final Duration period;
    private final Duration emptyPeriod;
    private final Supplier<Round> round;
    private volatile boolean running;
    private Thread thread;

    /** What a round did. */
    public enum Round {

        /** It processed items: the next round follows immediately. */
        PROCESSED,

        /** Items remain that cannot be processed yet. */
        WAITING,

        /** There was nothing to do. */
        EMPTY
    }

    /**
     * @param period between rounds while items wait
     * @param emptyPeriod between rounds while there are none; another instance may add some
     */
    public PollingLoop(String name, Duration period, Duration emptyPeriod, Supplier<Round> round) {
        this.name = name;
        this.period = period;
        this.emptyPeriod = emptyPeriod;
        this.round = round;
    }

    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().name(name).start(this::run);
    }

    /** Starts the next round immediately. */
    public void wakeUp() {
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** Waits for the current round. */
    public synchronized void stop() {
        running = false;
        wakeUp();
        try {
            thread.join(STOP_TIMEOUT_MILLIS);
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
                wakeUps.drainPermits();
                switch (round.get()) {
                    case PROCESSED -> {
                    }
                    case WAITING -> await(period);
                    case EMPTY -> await(emptyPeriod);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // an error of one item (a class that is missing, a value too deep) must not end the loop for all others
                LOG.atWarn().addKeyValue("loop", name).addKeyValue("fault", e.getClass().getSimpleName())
                        .log("a round failed and will be repeated");
                delayAfterFault();
            }
        }
    }

    private void await(Duration limit) throws InterruptedException {
        wakeUps.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void delayAfterFault() {
        try {
            await(DELAY_AFTER_FAULT);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
