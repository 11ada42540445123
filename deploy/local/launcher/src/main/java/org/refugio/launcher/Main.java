package org.refugio.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.refugio.launcher.command.ArchiveRecording;
import org.refugio.launcher.command.DoctorCommand;
import org.refugio.launcher.command.DownCommand;
import org.refugio.launcher.command.LogsCommand;
import org.refugio.launcher.command.UpCommand;
import org.refugio.launcher.installation.BuildArtifacts;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;
import org.refugio.launcher.installation.Ports;
import org.refugio.launcher.process.ProcessSpec;
import org.refugio.launcher.process.Supervisor;
import org.refugio.launcher.process.SupervisorControl;
import org.refugio.launcher.topology.ClassArchives;
import org.refugio.launcher.topology.KeycloakProcess;
import org.refugio.launcher.topology.Topology;
import tools.jackson.databind.json.JsonMapper;

/** The main class of {@code ./refugio}. */
public final class Main {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Services end before the processes that they depend on, and everything has ended within 30 s. */
    private static final Duration GRACE = Duration.ofSeconds(12);

    private static final Duration TOKEN_PATIENCE = Duration.ofSeconds(15);

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status;
        try {
            status = run(InstallationHome.from(System.getenv()), List.of(arguments));
        } catch (LauncherException e) {
            System.err.println("refugio: " + e.getMessage());
            status = 1;
        } catch (IOException | UncheckedIOException e) {
            System.err.println("refugio: " + e.getMessage() + " (" + e.getClass().getSimpleName() + ")");
            status = 1;
        }
        System.exit(status);
    }

    private static int run(InstallationHome home, List<String> all) throws IOException, InterruptedException {
        if (all.isEmpty()) {
            throw new LauncherException("say what to do: up, down, status, logs, restart, token or doctor");
        }
        List<String> rest = all.subList(1, all.size());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return switch (all.getFirst()) {
            case "up" -> up(home, java, rest).run();
            case "supervise" -> {
                new Supervisor(home,
                        new Topology(home, new BuildArtifacts(home.root()), java, UpCommand.instances(rest),
                                ClassArchives.recorded(home.root())).parts(),
                        GRACE).run();
                yield 0;
            }
            case "prepare" -> {
                new KeycloakProcess(new BuildArtifacts(home.root()), java)
                        .prepare(home.root().resolve("target/keycloak-build.log"));
                if (rest.contains("--archives")) {
                    new ArchiveRecording(home.root(), java).run();
                } else if (!Files.exists(ClassArchives.recorded(home.root()).folder())) {
                    recordFirst(new ArchiveRecording(home.root(), java));
                }
                yield 0;
            }
            case "down" -> DownCommand.run(home);
            case "status" -> status(home, rest);
            case "logs" -> LogsCommand.run(home, rest);
            case "restart" -> restart(home, argument(rest, "restart NAME"));
            case "token" ->
                token(home, argument(rest, "token USER [PASSWORD]"), rest.size() > 1 ? rest.get(1) : "refugio");
            case "doctor" -> DoctorCommand.run(home);
            default -> throw new LauncherException("there is no command '" + all.getFirst() + "'");
        };
    }

    /** The build goes on without archives: everything works, only the start takes longer. */
    private static void recordFirst(ArchiveRecording recording) throws InterruptedException {
        try {
            recording.run();
        } catch (LauncherException e) {
            System.err.println("refugio: no class archives: " + e.getMessage());
        }
    }

    private static UpCommand up(InstallationHome home, Path java, List<String> rest) {
        Map<String, Integer> instances = UpCommand.instances(rest);
        BuildArtifacts build = new BuildArtifacts(home.root());
        List<String> supervise = new ArrayList<>(List.of(java.toString(), "-Xmx48m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:+UseCompactObjectHeaders", "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "supervise"));
        supervise.addAll(rest);
        Supplier<List<ProcessSpec>> parts = () -> new Topology(home, build, java, instances,
                ClassArchives.recorded(home.root())).parts();
        return new UpCommand(home, parts, () -> {
            new KeycloakProcess(build, java).prepare(home, new Ports(home.portBase()));
            if (!ClassArchives.fit(parts.get())) {
                System.out.println("No class archives fit this build, so the start takes longer; ./refugio prepare"
                        + " records them.");
            }
        }, supervise);
    }

    private static int status(InstallationHome home, List<String> arguments) {
        if (!arguments.isEmpty() && !arguments.equals(List.of("--json"))) {
            throw new LauncherException("usage: ./refugio status [--json]");
        }
        Supervisor.Report report = new SupervisorControl(home).status().orElse(Supervisor.Report.NOTHING);
        if (!arguments.isEmpty()) {
            System.out.println(JSON.writeValueAsString(report));
        } else if (report.processes().isEmpty()) {
            System.out.println("nothing runs");
        } else {
            System.out.printf("%-16s %8s %6s %-11s %7s %8s %9s%n", "process", "pid", "port", "state", "MB", "up (s)",
                    "restarts");
            report.processes().forEach(each -> System.out.printf("%-16s %8d %6d %-11s %7d %8d %9d%n", each.name(),
                    each.pid(), each.port(), each.state(), each.rssMb(), each.uptimeS(), each.restarts()));
        }
        return report.ready() ? 0 : 1;
    }

    private static int restart(InstallationHome home, String name) {
        String answer = new SupervisorControl(home).ask("restart " + name).orElse("nothing runs");
        if (!answer.equals("restarted")) {
            throw new LauncherException(answer);
        }
        System.out.println(answer);
        return 0;
    }

    private static int token(InstallationHome home, String user, String password)
            throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=refugio-cli&username="
                + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        URI address = URI.create("http://127.0.0.1:" + new Ports(home.portBase()).identity()
                + "/realms/refugio/protocol/openid-connect/token");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(TOKEN_PATIENCE).build()) {
            var response = http.send(
                    HttpRequest.newBuilder(address).timeout(TOKEN_PATIENCE)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)).build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LauncherException("no token: user or password is not right");
            }
            System.out.println(JSON.readTree(response.body()).path("access_token").asString());
            return 0;
        } catch (ConnectException | HttpTimeoutException e) {
            throw new LauncherException("the identity provider does not answer: ./refugio up starts it");
        }
    }

    private static String argument(List<String> rest, String usage) {
        if (rest.isEmpty()) {
            throw new LauncherException("usage: ./refugio " + usage);
        }
        return rest.getFirst();
    }
}
