package org.refugio.bench.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.refugio.bench.MeasurementProgress;
import org.refugio.bench.TemporaryFolders;
import org.refugio.e2e.Installation;
import org.refugio.e2e.faults.TrialInstallation;
import tools.jackson.databind.JsonNode;

/** A separate installation, started when the first measurement needs it, and removed at the end. */
public final class LazyInstallation implements AutoCloseable {

    /** The services then record event latencies in fine buckets, and the difference of two readings is exact. */
    private static final String LAG_BUCKETS = "MANAGEMENT_METRICS_DISTRIBUTION_PERCENTILESHISTOGRAM_REFUGIO_EVENTS_LAG";

    private static final int CASES = 150;

    private final MeasurementProgress progress;
    private final boolean running;
    private Path home;
    private TrialInstallation installation;
    private PreparedCases stock;

    /** {@code running}: the installation of this environment, in which the fictitious cases remain. */
    public LazyInstallation(MeasurementProgress progress, boolean running) {
        this.progress = progress;
        this.running = running;
    }

    /** The installation with its prepared cases. */
    synchronized PreparedCases stock() throws Exception {
        if (stock == null) {
            Installation at = running ? Installation.fromEnvironment() : startOwn();
            progress.say("a stock of " + CASES + " cases is opened");
            stock = PreparedCases.open(at, CASES);
        }
        return stock;
    }

    /** The processor time that its processes have used so far. */
    ProcessorTime processorTime() {
        return ProcessorTime.of(status());
    }

    /** The processes as {@code ./refugio status --json} reports them. */
    JsonNode status() {
        return running ? TrialInstallation.statusOfRunning() : installation.status();
    }

    private Installation startOwn() throws IOException {
        progress.say("an installation of its own starts");
        home = Files.createTempDirectory("refugio-bench");
        installation = TrialInstallation.startIn(home, Map.of(LAG_BUCKETS, "true"));
        return installation.installation();
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
            TemporaryFolders.remove(home);
            home = null;
        }
    }
}
