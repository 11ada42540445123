package org.refugio.scheduling.booking;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sweeps again and again while the service runs. */
@Component
class BookingSweepScheduler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BookingSweepScheduler.class);

    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofVirtual().name("booking-sweep").factory());

    BookingSweepScheduler(BookingSweeper sweeper, AttemptLeases leases) {
        long pause = leases.sweepEvery().toMillis();
        timer.scheduleWithFixedDelay(() -> safely(sweeper), pause, pause, TimeUnit.MILLISECONDS);
    }

    private static void safely(BookingSweeper sweeper) {
        try {
            sweeper.sweep();
        } catch (RuntimeException e) {
            LOG.atWarn().addKeyValue("fault", e.getClass().getSimpleName()).log("swept in vain, will try again");
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
