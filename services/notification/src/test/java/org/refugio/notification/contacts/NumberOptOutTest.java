package org.refugio.notification.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NumberOptOutTest {

    private static final Instant DAY = Instant.parse("2026-11-03T12:00:00Z");

    private final NumberOptOut since = new NumberOptOut("t", DAY, null, null);

    @Test
    void theDateIsThatOfTheFirstRequest() {
        assertThat(since.requestedAgain(DAY.plusSeconds(60)).since()).isEqualTo(DAY);
    }

    @Test
    void aRequestThatIsDeliveredAgainDoesNotUndoWhatEndedIt() {
        NumberOptOut ended = since.ended(DAY.plusSeconds(60), "staff-1");
        assertThat(ended.isInForce()).isFalse();
        assertThat(ended.endedBy()).isEqualTo("staff-1");
        assertThat(ended.requestedAgain(DAY).isInForce()).isFalse();
        assertThat(ended.requestedAgain(DAY.plusSeconds(61))).isEqualTo(
                new NumberOptOut("t", DAY.plusSeconds(61), null, null));
    }

    @Test
    void aConsentOfBeforeTheRequestDoesNotEndIt() {
        assertThat(since.ended(DAY.minusSeconds(1), null).isInForce()).isTrue();
    }
}
