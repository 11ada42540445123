package org.refugio.bench.trial;

import java.time.Duration;
import java.util.function.Consumer;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.ResultRow;
import tools.jackson.databind.JsonNode;

/** What an installation costs while nobody uses it. */
public final class IdleCost implements Measurement {

    private static final Duration SETTLED = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final long MEMORY_MB = 2_600;

    private final LazyInstallation trial;

    public IdleCost(LazyInstallation trial) {
        this.trial = trial;
    }

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public String how() {
        return "processor time of each process over " + MEASURED.toSeconds() + " s without a command, after "
                + SETTLED.toSeconds()
                + " s of rest; resident memory at the end, which in a complete run is after the load of "
                + "the other parts";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        trial.stock();
        progress.say("rest");
        Thread.sleep(SETTLED);
        progress.say("measured rest");
        ProcessorTime before = trial.processorTime();
        long began = System.nanoTime();
        Thread.sleep(MEASURED);
        double seconds = (System.nanoTime() - began) / 1e9;
        rows.accept(trial.processorTime().since(before, "processor ms per second, idle", seconds));
        rows.accept(memory(trial.status()));
    }

    private static ResultRow memory(JsonNode status) {
        long all = status.path("processes").valueStream().mapToLong(each -> each.path("rssMb").asLong()).sum();
        ResultRow row = ResultRow.of("resident memory in MB").with("all", all);
        for (JsonNode each : status.path("processes")) {
            row = row.with(each.path("name").asString(), each.path("rssMb").asLong());
        }
        return row.budgeted("≤ 2,600 MB", all <= MEMORY_MB);
    }
}
