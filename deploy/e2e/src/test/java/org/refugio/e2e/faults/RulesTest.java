package org.refugio.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The checker must be able to find what it looks for. */
class RulesTest {

    private static final Instant TEN = Instant.parse("2027-01-04T16:00:00Z");

    @Test
    void aMissingSequenceIsAGapAndADuplicateIsNone() {
        assertThat(Rules.gaps(log(1, 2, 2, 1, 3))).isEmpty();
        assertThat(Rules.gaps(log(1, 3))).hasSize(1);
        assertThat(Rules.gaps(log(2))).hasSize(1);
        assertThat(Rules.gaps(log(-1))).hasSize(1);
    }

    @Test
    void anOverlapIsADoubleBookingAndATouchIsNone() {
        assertThat(Rules.doubleBookings(List.of(held("room", "a", 0), held("room", "b", 60), held("other", "c", 30))))
                .isEmpty();
        assertThat(Rules.doubleBookings(List.of(held("room", "a", 0), held("room", "b", 45)))).hasSize(1);
        assertThat(Rules.doubleBookings(List.of(held("room", "b", 45), held("room", "a", 0)))).hasSize(1);
        assertThat(Rules.doubleBookings(List.of(held("room", "a", 0), held("room", "b", 0)))).hasSize(1);
    }

    @Test
    void whatArrivedMustBeWhatLeft() {
        assertThat(Rules.sends("c", 2, 0, List.of("x", "y"))).isEmpty();
        assertThat(Rules.sends("c", 1, 1, List.of("x", "y"))).isEmpty();
        assertThat(Rules.sends("c", 1, 1, List.of("x"))).isEmpty();
        assertThat(Rules.sends("c", 2, 0, List.of("x"))).hasSize(1);
        assertThat(Rules.sends("c", 1, 0, List.of("x", "y"))).hasSize(1);
        assertThat(Rules.sends("c", 2, 0, List.of("x", "x"))).hasSize(1);
    }

    private static List<TopicLog.Entry> log(long... sequences) {
        return LongStream.of(sequences).mapToObj(each -> new TopicLog.Entry(0, 0, "t", "a", each)).toList();
    }

    private static Rules.Held held(String holder, String appointment, int minute) {
        return new Rules.Held(holder, appointment, TEN.plus(Duration.ofMinutes(minute)), Duration.ofMinutes(60));
    }
}
