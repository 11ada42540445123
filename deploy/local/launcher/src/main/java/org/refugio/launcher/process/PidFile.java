package org.refugio.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.InstallationSecrets;

/** Identifies a process by pid and start time, because the system reuses pids. */
public final class PidFile {

    static final String SUPERVISOR = "supervisor";

    private PidFile() {
    }

    static void write(InstallationHome home, String name, ProcessHandle process) {
        InstallationSecrets.write(home.run().resolve(name + ".pid"), identity(process).getBytes());
    }

    static void removeAll(InstallationHome home) {
        all(home).forEach(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** End the processes of an earlier run, its supervisor first; returns their number. */
    public static int endLeftOvers(InstallationHome home) {
        List<ProcessHandle> left = all(home)
                .sorted(Comparator.comparing(file -> !file.getFileName().toString().equals(SUPERVISOR + ".pid")))
                .flatMap(file -> of(file).stream()).toList();
        left.forEach(process -> {
            process.destroyForcibly();
            process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        });
        removeAll(home);
        return left.size();
    }

    private static Optional<ProcessHandle> of(Path file) {
        try {
            String written = Files.readString(file);
            return ProcessHandle.of(Long.parseLong(written.split(" ")[0]))
                    .filter(process -> identity(process).equals(written));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Stream<Path> all(InstallationHome home) {
        if (!Files.exists(home.run())) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(home.run())) {
            return files.filter(each -> each.toString().endsWith(".pid")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String identity(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
    }
}
