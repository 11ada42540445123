package org.refugio.messaging.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecoverySweepTest {

    private final AtomicBoolean known = new AtomicBoolean();
    private final AtomicBoolean fails = new AtomicBoolean();
    private final AtomicInteger searches = new AtomicInteger();
    private final RecoverySweep sweep = new RecoverySweep(known::get, () -> {
        searches.incrementAndGet();
        if (fails.get()) {
            throw new IllegalStateException("the store does not respond");
        }
    });

    private int searchesAfter(int calls) {
        for (int i = 0; i < calls; i++) {
            sweep.run();
        }
        return searches.get();
    }

    @Test
    void theFirstCallSearchesAndThenEveryTenth() {
        assertThat(searchesAfter(1)).isEqualTo(1);
        assertThat(searchesAfter(9)).isEqualTo(1);
        assertThat(searchesAfter(1)).isEqualTo(2);
        assertThat(searchesAfter(10)).isEqualTo(3);
    }

    @Test
    void whileThereIsKnownWorkEveryCallSearches() {
        known.set(true);
        assertThat(searchesAfter(5)).isEqualTo(5);
        known.set(false);
        assertThat(searchesAfter(9)).isEqualTo(5);
    }

    @Test
    void aSearchThatFailedIsRepeatedByTheNextCall() {
        fails.set(true);
        assertThatThrownBy(sweep::run).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(sweep::run).isInstanceOf(IllegalStateException.class);
        fails.set(false);
        assertThat(searchesAfter(1)).isEqualTo(3);
        assertThat(searchesAfter(5)).isEqualTo(3);
    }
}
