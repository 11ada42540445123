package org.refugio.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BenchTest {

    @Test
    void anUnknownNameGetsOneLineAndNothingIsMeasured() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Bench.run(List.of("speed", "--json"), new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(64);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).singleElement().asString().contains("speed",
                "commands", "hot");
    }

    @Test
    void aPercentileIsTheSmallestObservedValueThatCoversTheShare() {
        LatencyPercentiles hundred = new LatencyPercentiles(
                LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray());
        assertThat(hundred.millisAt(0.50)).isEqualTo(50);
        assertThat(hundred.millisAt(0.99)).isEqualTo(99);
        assertThat(hundred.maxMillis()).isEqualTo(100);
        assertThat(new LatencyPercentiles(new long[]{7_000_000}).millisAt(0.01)).isEqualTo(7);
        assertThat(new LatencyPercentiles(new long[0]).maxMillis()).isZero();
    }
}
