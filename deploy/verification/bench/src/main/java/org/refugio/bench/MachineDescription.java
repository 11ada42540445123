package org.refugio.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The machine on which the figures were measured. */
final class MachineDescription {

    private MachineDescription() {
    }

    /** The load average of the last minute; negative where it is not available. */
    static double load() {
        return Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10) / 10.0;
    }

    static Map<String, Object> describe(double loadBefore) {
        Map<String, Object> out = new LinkedHashMap<>();
        commit().ifPresent(text -> out.put("commit", text));
        out.put("cores", Runtime.getRuntime().availableProcessors());
        out.put("load before", loadBefore);
        out.put("jdk", Runtime.version().toString());
        out.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return out;
    }

    /** The commit of the checkout, with a plus sign when files differ from it; empty outside of a checkout. */
    private static Optional<String> commit() {
        return git("rev-parse", "--short", "HEAD")
                .map(text -> git("status", "--porcelain").filter(String::isEmpty).isPresent() ? text : text + "+");
    }

    private static Optional<String> git(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String text = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // git is not installed
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
