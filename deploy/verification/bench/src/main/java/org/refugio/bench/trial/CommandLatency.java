package org.refugio.bench.trial;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.refugio.bench.LatencyPercentiles;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.ResultRow;

/** The response time of commands under a steady load. */
public final class CommandLatency implements Measurement {

    static final int PER_SECOND = Integer.getInteger("refugio.bench.per-second", 50);

    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final double P95_MILLIS = 100;
    private static final double P99_MILLIS = 300;

    private final LazyInstallation trial;

    public CommandLatency(LazyInstallation trial) {
        this.trial = trial;
    }

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public String how() {
        return "HTTP through the public address to durable to answer, open loop of " + PER_SECOND
                + " commands/s for " + MEASURED.toSeconds() + " s after " + WARM_UP.toSeconds()
                + " s of warm-up; latency from the intended moment of sending";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        CommandMix mix = new CommandMix(trial.stock());
        progress.say("warm-up");
        new OpenLoop(PER_SECOND, WARM_UP).run(mix);
        progress.say("measured load");
        ProcessorTime before = trial.processorTime();
        List<OpenLoop.Sample> samples = new OpenLoop(PER_SECOND, MEASURED).run(mix);
        samples.stream().map(OpenLoop.Sample::kind).distinct().sorted()
                .forEach(kind -> rows
                        .accept(row(kind, samples.stream().filter(each -> each.kind().equals(kind)).toList())));
        rows.accept(row("all", samples));
        rows.accept(trial.processorTime().perCommand(before, samples.size()));
    }

    private static ResultRow row(String what, List<OpenLoop.Sample> samples) {
        LatencyPercentiles all = new LatencyPercentiles(samples.stream().mapToLong(OpenLoop.Sample::nanos).toArray());
        return all.row(what).with("errors", samples.stream().filter(each -> !each.accepted()).count()).budgeted(
                "p95 ≤ 100 ms, p99 ≤ 300 ms",
                all.millisAt(0.95) <= P95_MILLIS && all.millisAt(0.99) <= P99_MILLIS);
    }
}
