package org.refugio.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.refugio.e2e.UnexpectedResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A separate installation, started and queried through {@code ./refugio}.
 *
 * @param root the checkout that holds {@code ./refugio}
 * @param environment {@code REFUGIO_HOME}, {@code REFUGIO_PORT_BASE} and other variables of this installation
 */
record RefugioCommandLine(Path root, Map<String, String> environment) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    void up(String... options) {
        List<String> command = new java.util.ArrayList<>(List.of("up"));
        command.addAll(List.of(options));
        run(Duration.ofMinutes(15), command.toArray(String[]::new));
    }

    void down() {
        run(Duration.ofMinutes(2), "down");
    }

    /** The processes as {@code ./refugio status --json} reports them. */
    JsonNode status() {
        return JSON.readTree(run(Duration.ofSeconds(30), "status", "--json"));
    }

    /** Wait until every process is ready again. */
    void awaitReady(Duration patience) {
        Instant end = Instant.now().plus(patience);
        while (Instant.now().isBefore(end)) {
            if (status().path("ready").asBoolean()) {
                return;
            }
            pause(Duration.ofMillis(500));
        }
        throw new UnexpectedResult("not ready within " + patience.toSeconds() + " s: " + status());
    }

    /** Run a {@code ./refugio} command; returns its standard output. */
    String run(Duration patience, String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("./refugio"));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("refugio", ".out");
            Path err = Files.createTempFile("refugio", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).directory(root.toFile())
                    .redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new UnexpectedResult(
                        String.join(" ", command) + " did not end within " + patience.toSeconds() + " s");
            }
            String printed = Files.readString(out);
            String complaints = Files.readString(err);
            Files.delete(out);
            Files.delete(err);
            if (process.exitValue() != 0 && !arguments[0].equals("status")) {
                throw new UnexpectedResult(
                        String.join(" ", command) + " ended with " + process.exitValue() + "\n" + printed
                                + complaints);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
