package org.refugio.messaging.operations;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.refugio.messaging.consumer.EventPipeline;
import org.refugio.messaging.outbox.Outbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks about once a second for what a crash left behind: unsent events, and waiting ones whose turn has come. */
public final class RecoverySweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecoverySweeper.class);
    private static final long PERIOD_MILLIS = 1000;

    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("sweeping").factory());

    public RecoverySweeper(Outbox outbox, List<EventPipeline<?>> pipelines) {
        timer.scheduleWithFixedDelay(() -> {
            safely(outbox::sweep);
            pipelines.forEach(each -> safely(each::sweep));
        }, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static void safely(Runnable sweep) {
        try {
            sweep.run();
        } catch (RuntimeException | Error e) { // whatever escapes here would end the sweeping for good
            LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName()).log("swept in vain, will try again");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
