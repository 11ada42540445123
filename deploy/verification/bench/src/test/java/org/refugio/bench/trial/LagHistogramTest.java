package org.refugio.bench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LagHistogramTest {

    private static final String METRICS = """
        # TYPE refugio_events_lag_seconds histogram
        refugio_events_lag_seconds_bucket{application="intake",producer="document",le="0.05"} 3
        refugio_events_lag_seconds_bucket{application="intake",producer="document",le="+Inf"} 4
        refugio_events_lag_seconds_bucket{application="intake",producer="scheduling",le="0.05"} 5
        refugio_events_lag_seconds_bucket{application="intake",producer="scheduling",le="+Inf"} 5.0E0
        refugio_events_lag_seconds_count{application="intake",producer="document"} 4
        """;

    @Test
    void producersAreAddedUpBucketByBucket() {
        assertThat(LagHistogram.parsed(METRICS)).containsExactly(Map.entry(0.05, 8L),
                Map.entry(Double.POSITIVE_INFINITY, 9L));
    }

    @Test
    void onlyWhatCameSinceCounts() {
        LagHistogram before = new LagHistogram(
                Map.of("intake", new TreeMap<>(Map.of(0.05, 2L, Double.POSITIVE_INFINITY, 2L))));
        LagHistogram now = new LagHistogram(Map.of("intake", LagHistogram.parsed(METRICS)));
        assertThat(now.since(before).count()).isEqualTo(7);
    }

    @Test
    void whatIsLaterThanTheLastBucketIsSaidInWords() {
        LagHistogram late = new LagHistogram(Map.of("intake", LagHistogram.parsed(METRICS)));
        assertThat(late.rows().getLast().figures()).containsEntry("p50 ms ≤", 50.0).containsEntry("p99",
                "later than 0.05 s");
    }
}
