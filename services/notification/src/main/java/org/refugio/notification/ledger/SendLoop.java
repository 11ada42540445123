package org.refugio.notification.ledger;

import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Wakes the worker when there is something to send; without it the worker looks a few times a second. */
@Component
public class SendLoop {

    private final Semaphore work = new Semaphore(0);

    void nudge() {
        if (work.availablePermits() == 0) {
            work.release();
        }
    }

    /** Wait for work, at most this long. */
    void await(long millis) throws InterruptedException {
        work.tryAcquire(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
        work.drainPermits();
    }
}
