package org.refugio.bench.hot;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.QuietOutput;
import org.refugio.bench.ResultRow;

/** Runs the JMH benchmarks of this package, each with its baseline, whose name has the suffix {@code Plain}. */
public final class MicroBenchmarks implements Measurement {

    private static final String PLAIN = "Plain";

    @Override
    public String name() {
        return "hot";
    }

    @Override
    public String how() {
        return "JMH, one fork, few short iterations; ratio = ours to plain code of the JDK or of Jackson (time, 1 is equal)";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        for (Class<?> each : List.of(SealingBenchmark.class, EventBenchmark.class, IndexBenchmark.class,
                PermissionBenchmark.class, DeadlineBenchmark.class)) {
            progress.say(each.getSimpleName());
            rows(run(each)).forEach(rows);
        }
    }

    private static Map<String, RunResult> run(Class<?> benchmark) throws Exception {
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(benchmark.getName()).forks(1)
                .jvmArgsAppend(QuietOutput.arguments().toArray(String[]::new))
                .mode(Mode.AverageTime).timeUnit(TimeUnit.NANOSECONDS).warmupIterations(2)
                .warmupTime(TimeValue.milliseconds(300)).measurementIterations(3)
                .measurementTime(TimeValue.milliseconds(300)).verbosity(VerboseMode.SILENT).shouldFailOnError(true)
                .build()).run();
        return results.stream().collect(Collectors.toMap(each -> each.getPrimaryResult().getLabel(), each -> each));
    }

    private static List<ResultRow> rows(Map<String, RunResult> results) {
        return results.keySet().stream().filter(each -> !each.endsWith(PLAIN)).sorted().map(each -> {
            double ours = results.get(each).getPrimaryResult().getScore();
            double plain = results.get(each + PLAIN).getPrimaryResult().getScore();
            return ResultRow.of(each).with("ns", ours).with("plain ns", plain).with("ratio", ours / plain);
        }).toList();
    }
}
