package org.refugio.bench.trial;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.refugio.bench.LatencyPercentiles;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.ResultRow;

/** The highest rate of commands within the budget, and what happens above it. */
public final class Capacity implements Measurement {

    private static final List<Integer> RATES = List.of(10, 25, 50, 75, 100, 125, 150, 200, 250, 300, 400);
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration OVERLOAD = Duration.ofSeconds(30);
    private static final int OVERLOAD_FACTOR = 4;
    private static final double P99_MILLIS = 300;
    private static final int RATE_GOAL = 100;
    private static final double GOODPUT_GOAL = 0.8;
    private static final double RECOVERY_GOAL = 5;
    private static final int UNAVAILABLE = 503;

    private final LazyInstallation trial;

    public Capacity(LazyInstallation trial) {
        this.trial = trial;
    }

    @Override
    public String name() {
        return "capacity";
    }

    @Override
    public String how() {
        return "open loops of " + STEP.toSeconds()
                + " s at rising rates until p99 exceeds 300 ms or a command fails; then "
                + OVERLOAD_FACTOR + " times the highest good rate for " + OVERLOAD.toSeconds()
                + " s: commands completed within that time, and how long afterwards an effect takes more than 1 s";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        PreparedCases stock = trial.stock();
        CommandMix mix = new CommandMix(stock);
        progress.say("warm-up");
        new OpenLoop(RATES.getFirst(), STEP).run(mix);
        int best = 0;
        for (int rate : RATES) {
            progress.say(rate + " commands/s");
            ProcessorTime before = trial.processorTime();
            List<OpenLoop.Sample> samples = new OpenLoop(rate, STEP).run(mix);
            ResultRow row = step(rate, samples);
            rows.accept(row);
            rows.accept(trial.processorTime().perCommand(before, samples.size()));
            if (!row.budget().within()) {
                break;
            }
            best = rate;
        }
        rows.accept(ResultRow.of("highest rate with p99 ≤ 300 ms").with("commands/s", best).budgeted("≥ 100/s",
                best >= RATE_GOAL));
        if (best > 0) {
            effectIsPrompt(stock, Duration.ofMinutes(2)); // of what the last step left behind
            overload(progress, rows, stock, mix, best);
        }
    }

    private static ResultRow step(int rate, List<OpenLoop.Sample> samples) {
        LatencyPercentiles all = new LatencyPercentiles(samples.stream().mapToLong(OpenLoop.Sample::nanos).toArray());
        long failed = samples.stream().filter(each -> !each.accepted()).count();
        return all.row("at " + rate + " commands/s").with("commands/s", rate).with("errors", failed).budgeted(
                "p99 ≤ 300 ms, no errors",
                all.millisAt(0.99) <= P99_MILLIS && failed == 0);
    }

    private static void overload(MeasurementProgress progress, Consumer<ResultRow> rows, PreparedCases stock,
            CommandMix mix, int best) throws InterruptedException {
        progress.say("overload: " + OVERLOAD_FACTOR * best + " commands/s");
        List<OpenLoop.Sample> samples = new OpenLoop(OVERLOAD_FACTOR * best, OVERLOAD).run(mix);
        long inTime = samples.stream().filter(OpenLoop.Sample::accepted)
                .filter(each -> each.endedAt() <= OVERLOAD.toNanos()).count();
        double completed = inTime / (double) OVERLOAD.toSeconds();
        LatencyPercentiles refused = new LatencyPercentiles(samples.stream()
                .filter(each -> each.status() == UNAVAILABLE).mapToLong(OpenLoop.Sample::nanos).toArray());
        rows.accept(ResultRow.of("overload: completed commands").with("per s", completed)
                .with("ratio to the highest rate", completed / best)
                .with("accepted", samples.stream().filter(OpenLoop.Sample::accepted).count())
                .with("refused with 503", refused.count())
                .with("other errors", samples.stream()
                        .filter(each -> !each.accepted() && each.status() != UNAVAILABLE).count())
                .budgeted("ratio ≥ 0.8", completed / best >= GOODPUT_GOAL));
        rows.accept(refused.row("overload: refusals"));
        progress.say("recovery");
        double seconds = effectIsPrompt(stock, Duration.ofMinutes(5)).toMillis() / 1000.0;
        rows.accept(ResultRow.of("overload: until an effect takes at most 1 s").with("s", seconds).budgeted("≤ 5 s",
                seconds <= RECOVERY_GOAL));
    }

    /** Opens cases until the checklist of one exists within a second; returns how long that took, at most the limit. */
    private static Duration effectIsPrompt(PreparedCases stock, Duration limit) throws InterruptedException {
        long began = System.nanoTime();
        while (System.nanoTime() - began < limit.toNanos()) {
            long asked = System.nanoTime();
            var opened = stock.api().post(CommandBodies.INTAKE, "/api/intake/v1/cases", stock.letters().openCase());
            String checklist = "/api/document/v1/cases/" + opened.body().path("aggregate").asString() + "/checklist";
            while (opened.status() / 100 == 2 && System.nanoTime() - asked <= Duration.ofSeconds(1).toNanos()) {
                if (stock.api().get(CommandBodies.LEGAL, checklist).status() == 200) {
                    return Duration.ofNanos(asked - began);
                }
                Thread.sleep(20);
            }
        }
        return limit;
    }
}
