package org.refugio.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.refugio.launcher.command.DownCommand;
import org.refugio.launcher.command.UpCommand;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;
import org.refugio.launcher.process.ProcessSpec;
import org.refugio.launcher.process.ReadinessCheck;
import org.refugio.launcher.process.Supervisor;

/** The launcher with trivial processes, each of which runs a line of shell. */
final class LightInstallation {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private LightInstallation() {
    }

    /** The command line of a process in a separate JVM: {@code HOME BASE up|supervise|down NAME=SCRIPT…}. */
    public static void main(String[] arguments) throws Exception {
        InstallationHome home = new InstallationHome(Path.of(arguments[0]), Path.of(arguments[0]),
                Integer.parseInt(arguments[1]));
        List<String> scripts = List.of(arguments).subList(3, arguments.length);
        int status = 0;
        try {
            switch (arguments[2]) {
                case "up" -> up(home, scripts).run();
                case "supervise" -> new Supervisor(home, parts(home, scripts), Duration.ofSeconds(12)).run();
                default -> DownCommand.run(home);
            }
        } catch (LauncherException e) {
            System.err.println("refugio: " + e.getMessage());
            status = 1;
        }
        System.exit(status);
    }

    private static UpCommand up(InstallationHome home, List<String> scripts) {
        return new UpCommand(home, () -> parts(home, scripts), () -> {
        }, command(home, "supervise", scripts));
    }

    private static List<ProcessSpec> parts(InstallationHome home, List<String> scripts) {
        List<ProcessSpec> all = new ArrayList<>();
        for (String each : scripts) {
            String[] pair = each.split("=", 2);
            all.add(new ProcessSpec(pair[0], all.isEmpty() ? 0 : 1, List.of(home.portBase() + all.size()),
                    new ProcessSpec.Launch(List.of("sh", "-c", pair[1]), Map.of()),
                    new ReadinessCheck.Said("it is ready")));
        }
        return all;
    }

    static List<String> command(InstallationHome home, String what, List<String> scripts) {
        List<String> all = new ArrayList<>(List.of(JAVA.toString(), "-Xmx32m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                LightInstallation.class.getName(),
                home.home().toString(), Integer.toString(home.portBase()), what));
        all.addAll(scripts);
        return all;
    }

    /** Start it; its output is written to this file. */
    static Process start(InstallationHome home, Path said, String what, List<String> scripts) throws IOException {
        Files.deleteIfExists(said);
        return new ProcessBuilder(command(home, what, scripts)).redirectErrorStream(true)
                .redirectOutput(said.toFile()).start();
    }
}
