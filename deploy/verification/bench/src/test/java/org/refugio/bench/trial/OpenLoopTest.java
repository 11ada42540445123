package org.refugio.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void whatWaitsBehindASlowAnswerIsLateFromTheMomentItWasMeantToLeave() {
        ReentrantLock oneAtATime = new ReentrantLock();
        List<OpenLoop.Sample> samples = new OpenLoop(100, Duration.ofMillis(300))
                .run(() -> new PlannedCommand("slow", () -> {
                    oneAtATime.lock();
                    try {
                        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                    } finally {
                        oneAtATime.unlock();
                    }
                    return 200;
                }));
        assertThat(samples).hasSize(30);
        long last = samples.stream().mapToLong(OpenLoop.Sample::nanos).max().orElseThrow();
        assertThat(last).as("30 answers of 20 ms each, sent within 300 ms").isGreaterThan(250_000_000L);
    }

    @Test
    void anAnswerThatNeverComesIsAnError() {
        List<OpenLoop.Sample> samples = new OpenLoop(100, Duration.ofMillis(20))
                .run(() -> new PlannedCommand("gone", () -> {
                    throw new IllegalStateException("no answer");
                }));
        assertThat(samples).hasSize(2).noneMatch(OpenLoop.Sample::accepted);
    }
}
