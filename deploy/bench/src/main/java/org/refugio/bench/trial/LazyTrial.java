package org.refugio.bench.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.bench.Progress;
import org.refugio.e2e.faults.TrialInstallation;

/** An installation of the bench's own, started when the first measurement wants it; ended and removed at the end. */
public final class LazyTrial implements AutoCloseable {

    /** The services then count how long events took in fine buckets, and the difference of two looks is exact. */
    private static final String LAG_BUCKETS = "MANAGEMENT_METRICS_DISTRIBUTION_PERCENTILESHISTOGRAM_REFUGIO_EVENTS_LAG";

    private static final int CASES = 150;

    private final Progress progress;
    private Path home;
    private TrialInstallation installation;
    private Stock stock;

    public LazyTrial(Progress progress) {
        this.progress = progress;
    }

    /** The installation with its stock of cases. */
    synchronized Stock stock() throws Exception {
        if (stock == null) {
            progress.say("an installation of its own starts");
            home = Files.createTempDirectory("refugio-bench");
            installation = TrialInstallation.startIn(home, Map.of(LAG_BUCKETS, "true"));
            progress.say("a stock of " + CASES + " cases is opened");
            stock = Stock.open(installation.installation(), CASES);
        }
        return stock;
    }

    @Override
    public synchronized void close() {
        if (installation != null) {
            progress.say("the installation ends");
            installation.close();
            installation = null;
            stock = null;
        }
        if (home != null) {
            remove(home);
            home = null;
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
