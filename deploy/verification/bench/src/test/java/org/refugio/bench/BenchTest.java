package org.refugio.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    void aMeasurementThatFailsKeepsTheFiguresItHas() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Bench bench = new Bench(new PrintStream(out, true, StandardCharsets.UTF_8), _ -> {
        }, false);
        bench.one(new Measurement() {

            @Override
            public String name() {
                return "halves";
            }

            @Override
            public String how() {
                return "one half";
            }

            @Override
            public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) {
                rows.accept(ResultRow.of("first half").with("ms", 12L));
                throw new IllegalStateException("the second half is missing");
            }
        });
        assertThat(bench.end(Optional.empty())).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("first half", "ms 12", "the second half is missing");
    }

    @Test
    void theChartShowsEveryPercentileAtItsHeight() {
        String svg = new LatencyChart(List.of(
                new LatencyChart.Point(50, Map.of("p50", 1.0, "p95", 10.0, "p99", 100.0)),
                new LatencyChart.Point(100, Map.of("p50", 1.0, "p95", 100.0, "p99", 10_000.0))), "2 < 4 cores").svg();
        // the lowest line is 1 ms at y 330, the highest 10 s at y 40
        assertThat(svg).contains("points=\"340.0,330.0 610.0,330.0\"", "points=\"340.0,257.5 610.0,185.0\"",
                "points=\"340.0,185.0 610.0,40.0\"", "p95 ≤ 100", "2 &lt; 4 cores");
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
