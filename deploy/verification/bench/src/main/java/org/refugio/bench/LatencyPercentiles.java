package org.refugio.bench;

import java.util.Arrays;

/** Sorted latencies in nanoseconds. All are stored, so that a percentile is an observed value, not an estimate. */
public final class LatencyPercentiles {

    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] sorted;

    public LatencyPercentiles(long[] nanos) {
        this.sorted = nanos.clone();
        Arrays.sort(sorted);
    }

    /** The percentile in milliseconds; 0 without latencies. */
    public double millisAt(double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank, 1, sorted.length) - 1] / NANOS_PER_MILLI;
    }

    public double maxMillis() {
        return millisAt(1);
    }

    public int count() {
        return sorted.length;
    }

    /** The four usual figures. */
    public ResultRow row(String what) {
        return ResultRow.of(what).with("n", count()).with("p50 ms", millisAt(0.50)).with("p95 ms", millisAt(0.95))
                .with("p99 ms", millisAt(0.99)).with("max ms", maxMillis());
    }
}
