package org.refugio.notification.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PollingLoopTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void anErrorOfOneRoundDoesNotEndTheLoop() {
        PollingLoop loop = new PollingLoop("test", LONG, LONG, () -> {
            if (rounds.incrementAndGet() == 1) {
                throw new StackOverflowError();
            }
            return PollingLoop.Round.EMPTY;
        });
        loop.start();
        try {
            await().until(() -> rounds.get() == 2);
            assertThat(loop.isRunning()).isTrue();
        } finally {
            loop.stop();
        }
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void aLoopWithoutWorkWaitsUntilItIsWoken() {
        PollingLoop loop = new PollingLoop("test", LONG, LONG, () -> {
            rounds.incrementAndGet();
            return PollingLoop.Round.EMPTY;
        });
        loop.start();
        try {
            await().until(() -> rounds.get() == 1);
            await().during(Duration.ofMillis(200)).until(() -> rounds.get() == 1);
            loop.wakeUp();
            await().until(() -> rounds.get() == 2);
        } finally {
            loop.stop();
        }
    }
}
