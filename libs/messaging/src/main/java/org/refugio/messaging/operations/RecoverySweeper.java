package org.refugio.messaging.operations;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.refugio.messaging.consumer.EventPipelines;
import org.refugio.messaging.outbox.Outbox;
import org.springframework.scheduling.TaskScheduler;

/**
 * Publishes events that a crash or a fault left in the outbox and applies waiting events whose turn has come: every second
 * while this process knows of any, otherwise every ten seconds.
 */
public final class RecoverySweeper implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final List<? extends ScheduledFuture<?>> sweeps;

    /** Starts the sweeps; each is a task of its own, so that one that fails does not stop the others. */
    public RecoverySweeper(TaskScheduler scheduler, Outbox outbox, EventPipelines pipelines) {
        this.sweeps = Stream.concat(Stream.of(outbox.recovery()), pipelines.sweeps().stream())
                .map(sweep -> scheduler.scheduleWithFixedDelay(sweep, scheduler.getClock().instant().plus(PERIOD),
                        PERIOD))
                .toList();
    }

    @Override
    public void close() {
        sweeps.forEach(sweep -> sweep.cancel(true));
    }
}
