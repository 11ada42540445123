package org.refugio.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Looks at the machine; each finding comes with its remedy. */
final class Doctor {

    private static final long MEMORY_MB = 4_000;

    private Doctor() {
    }

    static int run(Home home) throws IOException {
        int bad = 0;
        bad += say(Runtime.version().feature() >= 25, "JDK " + Runtime.version(), "install a JDK 25 and set JAVA_HOME");
        bad += say(onPath("mvn"), "Maven", "install Maven 3.6.3 or newer, for example apt-get install maven");
        bad += say(memoryMb() >= MEMORY_MB, "memory: " + memoryMb() + " MB available", "4000 MB are needed");
        long free = Files.getFileStore(home.root()).getUsableSpace() / 1_048_576;
        bad += say(free >= 3_000, "disk: " + free + " MB free", "make room for 3000 MB");
        Ports ports = new Ports(home.portBase());
        boolean runs = new Control(home).ask("status").isPresent();
        List<Integer> taken = java.util.stream.IntStream
                .of(ports.console(), ports.identity(), ports.carriers(), ports.smtp(), ports.smpp(), ports.broker(),
                        ports.controller(), ports.store())
                .filter(port -> !runs && !Ports.free(port)).boxed().toList();
        bad += say(taken.isEmpty(), "ports from " + home.portBase(), "taken: " + taken + "; set REFUGIO_PORT_BASE");
        boolean chromium = onPath("chromium") || onPath("chromium-browser") || onPath("google-chrome");
        say(chromium, "Chromium (for ./refugio test)", "./refugio test installs it, or apt-get install chromium");
        return bad == 0 ? 0 : 1;
    }

    private static int say(boolean good, String what, String remedy) {
        System.out.println((good ? "ok    " : "wrong ") + what + (good ? "" : ": " + remedy));
        return good ? 0 : 1;
    }

    private static boolean onPath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
    }

    private static long memoryMb() throws IOException {
        return Files.readAllLines(Path.of("/proc/meminfo")).stream().filter(line -> line.startsWith("MemAvailable:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024).findFirst().orElse(0);
    }
}
