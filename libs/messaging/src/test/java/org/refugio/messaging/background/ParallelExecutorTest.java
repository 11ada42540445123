package org.refugio.messaging.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParallelExecutorTest {

    private final ParallelExecutor executor = new ParallelExecutor("test-", 2);
    private final Set<Integer> processed = ConcurrentHashMap.newKeySet();

    @AfterEach
    void close() {
        executor.close();
    }

    private int sum(Throwable failureOfTwo) {
        return executor.sum(List.of(1, 2, 3), each -> {
            if (each == 2 && failureOfTwo instanceof RuntimeException failure) {
                throw failure;
            }
            if (each == 2 && failureOfTwo instanceof Error failure) {
                throw failure;
            }
            processed.add(each);
            return each;
        });
    }

    @Test
    void theResultsAreAddedUp() {
        assertThat(sum(null)).isEqualTo(6);
        assertThat(executor.sum(List.<Integer>of(), each -> each)).isZero();
    }

    @Test
    void aFailureIsThrownAfterTheOthersWereProcessed() {
        IllegalStateException failure = new IllegalStateException();
        assertThatThrownBy(() -> sum(failure)).isSameAs(failure);
        assertThat(processed).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void anErrorIsAFailureToo() {
        assertThatThrownBy(() -> sum(new StackOverflowError())).isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(processed).containsExactlyInAnyOrder(1, 3);
    }

    @Test
    void anInterruptedThreadWaitsForAllToo() {
        Thread.currentThread().interrupt();
        assertThat(sum(null)).isEqualTo(6);
        assertThat(Thread.interrupted()).as("it stays interrupted").isTrue();
    }
}
