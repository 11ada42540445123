package org.refugio.console.services.instance;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Limits how long a call waits for an instance at a time, and not how long it takes: a large file over a slow line is no
 * failure of the instance, and neither is a browser that sends or reads slowly.
 */
final class ProgressTimeout {

    private final ScheduledExecutorService timer;
    private final Duration limit;
    private final Runnable abort;
    private ScheduledFuture<?> pending;
    private volatile boolean expired;

    /** @param abort ends the wait */
    ProgressTimeout(ScheduledExecutorService timer, Duration limit, Runnable abort) {
        this.timer = timer;
        this.limit = limit;
        this.abort = abort;
    }

    /** Something that waits for the instance. */
    interface Wait<T> {

        T get() throws IOException;
    }

    <T> T during(Wait<T> wait) throws IOException {
        start();
        try {
            return wait.get();
        } finally {
            stop();
        }
    }

    /** From here on the instance is awaited. */
    synchronized void start() {
        stop();
        pending = timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The instance made progress, or it is not awaited for now. */
    synchronized void stop() {
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }

    boolean expired() {
        return expired;
    }

    private void expire() {
        expired = true;
        abort.run();
    }
}
