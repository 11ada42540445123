package org.refugio.console.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinkAttemptsTest {

    private static final String ADDRESS = "198.51.100.7";

    private final AtomicLong time = new AtomicLong();
    private final LinkAttempts attempts = new LinkAttempts(time::get);

    @BeforeEach
    void failAlmostTooOften() {
        attempts.worked("known");
        for (int i = 1; i < LinkAttempts.MAX_FAILURES; i++) {
            attempts.failed(ADDRESS);
        }
        assertThat(attempts.isAllowed(ADDRESS, "unknown")).isTrue();
    }

    @Test
    void afterTooManyFailuresAnUnknownLinkFromThatAddressIsNotLookedUp() {
        attempts.failed(ADDRESS);
        assertThat(attempts.isAllowed(ADDRESS, "unknown")).isFalse();
        assertThat(attempts.isAllowed("198.51.100.8", "unknown")).isTrue();
    }

    @Test
    void aLinkThatHasWorkedIsStillLookedUp() {
        attempts.failed(ADDRESS);
        assertThat(attempts.isAllowed(ADDRESS, "known")).isTrue();
    }

    @Test
    void afterAWhileLinksAreLookedUpAgain() {
        attempts.failed(ADDRESS);
        time.addAndGet(LinkAttempts.PERIOD.toNanos() + 1);
        assertThat(attempts.isAllowed(ADDRESS, "unknown")).isTrue();
    }
}
