package org.refugio.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.refugio.bench.forcing.ForcedWriteCost;
import org.refugio.bench.hot.MicroBenchmarks;
import org.refugio.bench.pipeline.PipelineRatio;
import org.refugio.bench.trial.Capacity;
import org.refugio.bench.trial.CommandLatency;
import org.refugio.bench.trial.EffectLatency;
import org.refugio.bench.trial.IdleCost;
import org.refugio.bench.trial.LazyInstallation;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ./refugio bench [NAME] [--json] [--running] [--picture=FILE]}: runs all measurements, or one; commands and effects on a
 * separate installation, or with {@code --running} on the one of this environment. Progress goes to standard error,
 * figures to standard output, and the latencies by rate as a chart to the file of {@code --picture}. Exit status 0 when everything could be measured, whether or not in budget, 1 when
 * something could not be measured, 64 when the name is unknown.
 */
public final class Bench {

    private static final int USAGE = 64;
    private static final String PICTURE = "--picture=";
    private static final List<String> NAMES = List.of("commands", "effects", "idle", "capacity", "pipeline", "forcing",
            "hot");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final MeasurementProgress progress;
    private final boolean json;
    private final List<LatencyChart.Point> points = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final double loadBefore = MachineDescription.load();
    private boolean ok = true;

    Bench(PrintStream out, MeasurementProgress progress, boolean json) {
        this.out = out;
        this.progress = progress;
        this.json = json;
    }

    public static void main(String[] arguments) {
        QuietOutput.SETTINGS.forEach(System::setProperty);
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        List<String> names = arguments.stream().filter(each -> !each.startsWith("--")).toList();
        if (names.size() > 1 || !NAMES.containsAll(names)) {
            err.printf("refugio bench: %s is not measured; there are %s, or all without a name%n",
                    String.join(" ", names), String.join(", ", NAMES));
            return USAGE;
        }
        long began = System.nanoTime();
        MeasurementProgress progress = what -> err.printf("%4d s  %s%n", (System.nanoTime() - began) / 1_000_000_000L,
                what);
        Bench bench = new Bench(out, progress, arguments.contains("--json"));
        try (LazyInstallation trial = new LazyInstallation(progress, arguments.contains("--running"))) {
            bench.all(List.of(new CommandLatency(trial), new EffectLatency(trial), new IdleCost(trial),
                    new Capacity(trial)), names);
        } // the other measurements need the whole machine
        bench.all(List.of(new PipelineRatio(), new ForcedWriteCost(), new MicroBenchmarks()), names);
        return bench.end(arguments.stream().filter(each -> each.startsWith(PICTURE))
                .map(each -> Path.of(each.substring(PICTURE.length()))).findFirst());
    }

    private void all(List<Measurement> measurements, List<String> names) {
        measurements.stream().filter(each -> names.isEmpty() || names.contains(each.name())).forEach(this::one);
    }

    void one(Measurement measurement) {
        progress.say(measurement.name() + " …");
        List<ResultRow> rows = new ArrayList<>();
        String fault = null;
        try {
            measurement.measure(progress, rows::add);
        } catch (Exception e) {
            ok = false;
            fault = e.toString();
            progress.say(measurement.name() + " could not be measured: " + e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
        report(measurement, rows, fault);
    }

    /** @param fault why the measurement ended early, or null */
    private void report(Measurement measurement, List<ResultRow> rows, String fault) {
        Map<String, Object> measured = new LinkedHashMap<>();
        measured.put("how", measurement.how());
        measured.put("rows", rows.stream().map(ResultRow::json).toList());
        if (fault != null) {
            measured.put("fault", fault);
        }
        figures.put(measurement.name(), measured);
        rows.stream().filter(LatencyChart.Point::isShownBy).map(LatencyChart.Point::of).forEach(points::add);
        if (!json) {
            out.printf("%n%s: %s%n", measurement.name(), measurement.how());
            rows.forEach(row -> out.println(row.text()));
            if (fault != null) {
                out.println("  ended early, other figures are missing: " + fault);
            }
        }
    }

    int end(Optional<Path> picture) {
        Map<String, Object> machine = MachineDescription.describe(loadBefore);
        String caption = machine.entrySet().stream().map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        if (json) {
            out.println(JSON.writeValueAsString(Map.of("machine", machine, "measured", figures, "ok", ok)));
        } else {
            out.printf("%nOn %s%n", caption);
        }
        if (!points.isEmpty()) {
            picture.ifPresent(file -> draw(file, caption));
        }
        return ok ? 0 : 1;
    }

    private void draw(Path file, String caption) {
        try {
            Files.writeString(file, new LatencyChart(points, caption).svg());
        } catch (IOException e) {
            ok = false;
            progress.say("the chart could not be written to " + file + ": " + e.getMessage());
        }
    }
}
