package org.refugio.messaging.background;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a task a while after the first request; the requests until then need no run of their own. */
public final class DelayedRun implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DelayedRun.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final String name;
    private final Runnable task;
    private final Executor delayed;
    private final AtomicBoolean requested = new AtomicBoolean();
    private volatile boolean closed;

    /**
     * @param name of the task, for the log
     * @param delay from a request to its run; also from a failure to the next attempt
     */
    public DelayedRun(String name, Duration delay, Runnable task) {
        this.name = name;
        this.task = task;
        this.delayed = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS,
                Thread::startVirtualThread);
    }

    /** Has the task run soon: everything that happened before this call is seen by the run. */
    public void request() {
        if (!closed && requested.compareAndSet(false, true)) {
            delayed.execute(this::run);
        }
    }

    private void run() {
        if (requested.compareAndSet(true, false) && !attempt()) {
            request();
        }
    }

    private boolean attempt() {
        try {
            task.run();
            return true;
        } catch (RuntimeException | Error e) { // after an Error, too, it must run again
            LOG.atWarn().addKeyValue("task", name).addKeyValue("fault", e.getClass().getSimpleName())
                    .log("a task failed and will run again");
            return false;
        }
    }

    /** Runs the task now if it was requested, once, and waits a limited time for it. */
    @Override
    public void close() {
        closed = true;
        if (requested.compareAndSet(true, false)) {
            try {
                Thread.startVirtualThread(this::attempt).join(CLOSE_TIMEOUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
