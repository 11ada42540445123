package org.refugio.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.refugio.launcher.installation.InstallationHome;

/** A supervised process: started, monitored, and restarted when it ends. */
public final class SupervisedProcess {

    /** The state that is shown. */
    enum State {
        WAITING,
        STARTING,
        READY,
        RESTARTING,
        STOPPED
    }

    private static final long MOST_LOG = 20L * 1_048_576;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration CALM = Duration.ofMinutes(1);

    private final ProcessSpec part;
    private final InstallationHome home;
    private final Duration grace;
    private volatile State state = State.WAITING;
    private volatile Process process;
    private volatile long startedAt;
    private volatile boolean stopping;
    private volatile int restarts;

    SupervisedProcess(ProcessSpec part, InstallationHome home, Duration grace) {
        this.part = part;
        this.home = home;
        this.grace = grace;
    }

    ProcessSpec part() {
        return part;
    }

    State state() {
        return state;
    }

    void start() {
        Thread.ofVirtual().name(part.name()).start(this::live);
    }

    /** Ask it to end; the supervisor restarts it. */
    void restart() {
        Process current = process;
        if (current != null) {
            end(current);
        }
    }

    void stop() {
        Process current;
        synchronized (this) {
            stopping = true;
            current = process;
        }
        if (current != null) {
            end(current);
        }
        state = State.STOPPED;
    }

    ProcessStatus status() {
        Process current = process;
        boolean alive = current != null && current.isAlive();
        return new ProcessStatus(part.name(), alive ? current.pid() : 0, part.port(),
                state.name().toLowerCase(java.util.Locale.ROOT), alive ? ProcessMemory.residentMb(current.pid()) : 0,
                alive ? (System.nanoTime() - startedAt) / 1_000_000_000L : 0, restarts);
    }

    private void live() {
        int quickDeaths = 0;
        try {
            while (!stopping) {
                runOnce();
                if (stopping) {
                    break;
                }
                restarts++;
                state = State.RESTARTING;
                boolean calm = System.nanoTime() - startedAt > CALM.toNanos();
                quickDeaths = calm ? 0 : quickDeaths + 1;
                long pause = Math.min(LONGEST_PAUSE.toMillis(), 250L << Math.min(quickDeaths, 10));
                Thread.sleep(calm ? 0 : pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        state = State.STOPPED;
    }

    /** A full disk must not end the monitoring; it counts as one more failure. */
    private void runOnce() throws InterruptedException {
        startedAt = System.nanoTime();
        try {
            run(home.log(part.name()));
        } catch (IOException | UncheckedIOException e) {
            System.err.println(part.name() + " could not be started or watched: " + e);
            Process current = process;
            if (current != null) {
                end(current);
            }
        }
    }

    private void run(Path log) throws IOException, InterruptedException {
        cap(log);
        long from = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder builder = new ProcessBuilder(part.launch().command()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).directory(home.home().toFile());
        builder.environment().putAll(part.launch().environment());
        Process fresh = begin(builder);
        if (fresh == null) {
            return;
        }
        PidFile.write(home, part.name(), fresh.toHandle());
        while (!fresh.waitFor(state == State.READY ? 2_000 : 100, TimeUnit.MILLISECONDS)) {
            if (state != State.READY && ready(log, from)) {
                state = State.READY;
            }
            cap(log);
        }
    }

    /** Start the process unless {@link #stop} was called; then null. */
    private synchronized Process begin(ProcessBuilder builder) throws IOException {
        if (stopping) {
            return null;
        }
        process = builder.start();
        state = State.STARTING;
        return process;
    }

    private boolean ready(Path log, long from) throws IOException {
        return switch (part.readiness()) {
            case ReadinessCheck.Said(String words) -> since(log, from).contains(words);
            case ReadinessCheck.Answers(var address) -> {
                try {
                    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
                    connection.setConnectTimeout(1_000);
                    connection.setReadTimeout(2_000);
                    yield connection.getResponseCode() == 200;
                } catch (IOException e) {
                    yield false;
                }
            }
        };
    }

    private static String since(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.min(from, file.length()));
            byte[] rest = new byte[(int) Math.min(1_048_576, file.length() - file.getFilePointer())];
            file.readFully(rest);
            return new String(rest, StandardCharsets.UTF_8);
        }
    }

    /** The process appends, so the file can be truncated while it is open. */
    private static void cap(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > MOST_LOG) {
            Files.copy(log, log.resolveSibling(log.getFileName() + ".1"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
                file.setLength(0);
            }
        }
    }

    private void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
