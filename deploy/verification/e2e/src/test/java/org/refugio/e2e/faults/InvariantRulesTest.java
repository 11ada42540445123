package org.refugio.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The checker must detect violations. */
class InvariantRulesTest {

    private static final Instant TEN = Instant.parse("2027-01-04T16:00:00Z");

    @Test
    void aMissingSequenceIsAGapAndADuplicateIsNone() {
        assertThat(InvariantRules.gaps(log(1, 2, 2, 1, 3))).isEmpty();
        assertThat(InvariantRules.gaps(log(1, 3))).hasSize(1);
        assertThat(InvariantRules.gaps(log(2))).hasSize(1);
        assertThat(InvariantRules.gaps(log(-1))).hasSize(1);
    }

    @Test
    void anOverlapIsADoubleBookingAndATouchIsNone() {
        assertThat(InvariantRules
                .doubleBookings(List.of(held("room", "a", 0), held("room", "b", 60), held("other", "c", 30))))
                .isEmpty();
        assertThat(InvariantRules.doubleBookings(List.of(held("room", "a", 0), held("room", "b", 45)))).hasSize(1);
        assertThat(InvariantRules.doubleBookings(List.of(held("room", "b", 45), held("room", "a", 0)))).hasSize(1);
        assertThat(InvariantRules.doubleBookings(List.of(held("room", "a", 0), held("room", "b", 0)))).hasSize(1);
    }

    @Test
    void whatArrivedMustBeWhatLeft() {
        assertThat(InvariantRules.sends("c", 2, 0, List.of("x", "y"))).isEmpty();
        assertThat(InvariantRules.sends("c", 1, 1, List.of("x", "y"))).isEmpty();
        assertThat(InvariantRules.sends("c", 1, 1, List.of("x"))).isEmpty();
        assertThat(InvariantRules.sends("c", 2, 0, List.of("x"))).hasSize(1);
        assertThat(InvariantRules.sends("c", 1, 0, List.of("x", "y"))).hasSize(1);
        assertThat(InvariantRules.sends("c", 2, 0, List.of("x", "x"))).hasSize(1);
    }

    private static List<TopicLog.Entry> log(long... sequences) {
        return LongStream.of(sequences).mapToObj(each -> new TopicLog.Entry(0, 0, "t", "a", each)).toList();
    }

    private static InvariantRules.Held held(String holder, String appointment, int minute) {
        return new InvariantRules.Held(holder, appointment, TEN.plus(Duration.ofMinutes(minute)),
                Duration.ofMinutes(60));
    }
}
