package org.refugio.launcher.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.Ports;
import org.refugio.launcher.process.SupervisorControl;

/** Checks the machine; each finding is printed with its remedy. */
public final class DoctorCommand {

    private static final long MEMORY_MB = 4_000;
    private static final long DISK_MB = 3_000;
    private static final Runtime.Version OLDEST_MAVEN = Runtime.Version.parse("3.6.3");

    private DoctorCommand() {
    }

    public static int run(InstallationHome home) throws IOException {
        int bad = 0;
        bad += say(Runtime.version().feature() >= 25, "JDK " + Runtime.version(), "install a JDK 25 and set JAVA_HOME");
        Optional<String> maven = maven();
        bad += say(maven.isPresent() && Runtime.Version.parse(maven.get()).compareTo(OLDEST_MAVEN) >= 0,
                "Maven " + maven.orElse("(none)"), "install 3.6.3 or newer, for example apt-get install maven");
        bad += say(onPath("npm") && onPath("node"), "npm (for the style sheets of the console)",
                "install Node.js 20 or newer with npm, for example apt-get install npm");
        bad += say(memoryMb() >= MEMORY_MB || new SupervisorControl(home).status().isPresent(),
                "memory: " + memoryMb() + " MB available", "close something: " + MEMORY_MB + " MB are needed");
        long free = Files.getFileStore(existing(home.home())).getUsableSpace() / 1_048_576;
        bad += say(free >= DISK_MB, "disk: " + free + " MB free", "make room for " + DISK_MB + " MB");
        bad += say(Files.isWritable(existing(home.home())), "folder: " + home.home(),
                "make it writable or set REFUGIO_HOME to another folder");
        String taken = new SupervisorControl(home).status().isPresent()
                ? ""
                : new Ports(home.portBase()).needed().entrySet().stream().filter(each -> !Ports.free(each.getKey()))
                        .map(each -> each.getKey() + " (" + each.getValue() + ")").collect(Collectors.joining(", "));
        bad += say(taken.isEmpty(), "ports from " + home.portBase(),
                "taken: " + taken + "; stop what listens there or set REFUGIO_PORT_BASE");
        boolean chromium = onPath("chromium") || onPath("chromium-browser") || onPath("google-chrome");
        say(chromium, "Chromium (for ./refugio test)", "./refugio test installs it, or apt-get install chromium");
        return bad == 0 ? 0 : 1;
    }

    private static int say(boolean good, String what, String remedy) {
        System.out.println((good ? "ok    " : "wrong ") + what + (good ? "" : ": " + remedy));
        return good ? 0 : 1;
    }

    private static Path existing(Path folder) {
        return Files.exists(folder) ? folder : existing(folder.getParent());
    }

    private static Optional<String> maven() throws IOException {
        if (!onPath("mvn")) {
            return Optional.empty();
        }
        ProcessBuilder asked = new ProcessBuilder("mvn", "-v").redirectErrorStream(true);
        asked.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try (BufferedReader said = asked.start().inputReader()) {
            Matcher found = Pattern.compile("Apache Maven (\\d+(\\.\\d+)*)").matcher(said.readAllAsString());
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }

    static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    private static long memoryMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream().filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(0);
    }
}
