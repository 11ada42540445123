package org.refugio.bench.forcing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.refugio.bench.Measurement;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.ResultRow;
import org.refugio.bench.TemporaryFolders;
import org.refugio.store.EmbeddedStore;
import org.refugio.store.StoreSettings;

/** The cost of forcing acknowledged writes to disk. */
public final class ForcedWriteCost implements Measurement {

    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "forcing";
    }

    @Override
    public String how() {
        return "writes/s of the embedded store, each commit forced to disk before its reply and not, documents of 500 bytes, "
                + "over the driver; medians of " + ROUNDS + " alternated rounds";
    }

    @Override
    public void measure(MeasurementProgress progress, Consumer<ResultRow> rows) throws Exception {
        Map<String, List<Double>> forced = new TreeMap<>();
        Map<String, List<Double>> free = new TreeMap<>();
        for (int round = 1; round <= ROUNDS; round++) {
            progress.say("round " + round + " of " + ROUNDS);
            once(true).forEach((what, rate) -> forced.computeIfAbsent(what, _ -> new ArrayList<>()).add(rate));
            once(false).forEach((what, rate) -> free.computeIfAbsent(what, _ -> new ArrayList<>()).add(rate));
        }
        forced.keySet().stream().map(what -> ResultRow.of(what).with("forced/s", median(forced.get(what)))
                .with("unforced/s", median(free.get(what)))
                .with("ratio", median(forced.get(what)) / median(free.get(what)))).forEach(rows);
    }

    private static Map<String, Double> once(boolean forced) throws Exception {
        Path folder = Files.createTempDirectory("refugio-bench");
        try (EmbeddedStore store = EmbeddedStore
                .open(new StoreSettings(folder.resolve("data"), folder.resolve("key"), 0, forced))) {
            return new StoreLoad(store.uri()).rates();
        } finally {
            TemporaryFolders.remove(folder);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
