package org.refugio.messaging.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DelayedRunTest {

    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void requestsBeforeTheRunNeedOneRunAndALaterOneAnother() {
        DelayedRun delayed = new DelayedRun("test", Duration.ofMillis(200), runs::incrementAndGet);
        delayed.request();
        delayed.request();
        assertThat(runs).hasValue(0);
        await().untilAsserted(() -> assertThat(runs).hasValue(1));
        delayed.request();
        await().untilAsserted(() -> assertThat(runs).hasValue(2));
    }

    @Test
    void aFailedRunIsRepeated() {
        new DelayedRun("test", Duration.ofMillis(1), () -> {
            if (runs.incrementAndGet() < 3) {
                throw new AssertionError("not yet");
            }
        }).request();
        await().untilAsserted(() -> assertThat(runs).hasValue(3));
    }

    @Test
    void closingRunsWhatWasRequestedAndNothingAfterwards() {
        DelayedRun delayed = new DelayedRun("test", Duration.ofHours(1), runs::incrementAndGet);
        delayed.request();
        delayed.close();
        assertThat(runs).hasValue(1);
        delayed.request();
        delayed.close();
        assertThat(runs).hasValue(1);
    }

    @Test
    void closingWithoutARequestRunsNothing() {
        new DelayedRun("test", Duration.ofMillis(1), runs::incrementAndGet).close();
        assertThat(runs).hasValue(0);
    }
}
