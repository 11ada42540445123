package org.refugio.access.web.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AdmissionLimitTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatFindsNoPlaceAndNoPlaceToWaitIsRefusedAtOnce() {
        AdmissionLimit limit = limit(2, 0, LONG);
        limit.enter(RequestShare.COMMAND);
        limit.enter(RequestShare.COMMAND);
        long began = System.nanoTime();
        assertThatExceptionOfType(SystemBusy.class).isThrownBy(() -> limit.enter(RequestShare.COMMAND))
                .satisfies(busy -> assertThat(busy.retryAfterSeconds()).isEqualTo(3));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        assertThat(refused("queue-full")).isOne();
    }

    @Test
    void whatWaitsIsServedWhenAPlaceBecomesFree() throws Exception {
        AdmissionLimit limit = limit(1, 1, LONG);
        limit.enter(RequestShare.COMMAND);
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> waiting = other.submit(() -> limit.enter(RequestShare.COMMAND));
            await().until(() -> free("command-admitted") == 0);
            assertThat(waiting).isNotDone();
            limit.leave(RequestShare.COMMAND);
            waiting.get();
        }
        limit.leave(RequestShare.COMMAND);
        assertThat(free("command-admitted")).isEqualTo(2);
        assertThat(free("command-working")).isEqualTo(1);
    }

    @Test
    void whatHasWaitedTooLongIsRefusedAndOccupiesNothing() {
        AdmissionLimit limit = limit(1, 1, SHORT);
        limit.enter(RequestShare.COMMAND);
        for (int i = 0; i < 3; i++) {
            assertThatExceptionOfType(SystemBusy.class).isThrownBy(() -> limit.enter(RequestShare.COMMAND));
        }
        assertThat(refused("waited-too-long")).isEqualTo(3);
        limit.leave(RequestShare.COMMAND);
        assertThatCode(() -> limit.enter(RequestShare.COMMAND)).doesNotThrowAnyException();
    }

    @Test
    void readsHavePlacesWhileCommandsHaveNone() {
        AdmissionLimit limit = limit(1, 0, LONG);
        limit.enter(RequestShare.COMMAND);
        assertThatCode(() -> limit.enter(RequestShare.READ)).doesNotThrowAnyException();
        assertThatCode(() -> limit.enter(RequestShare.TRANSFER)).doesNotThrowAnyException();
        assertThatExceptionOfType(SystemBusy.class).isThrownBy(() -> limit.enter(RequestShare.READ));
    }

    private AdmissionLimit limit(int atOnce, int waiting, Duration patience) {
        return new AdmissionLimit(new AdmissionSettings(atOnce, atOnce, waiting, patience, Duration.ofSeconds(3)),
                meters);
    }

    private double refused(String reason) {
        return meters.get(RefusedRequests.COUNTER).tags("share", "command", "reason", reason).counter().count();
    }

    private double free(String bulkhead) {
        return meters.get("resilience4j.bulkhead.available.concurrent.calls").tag("name", bulkhead).gauge().value();
    }
}
