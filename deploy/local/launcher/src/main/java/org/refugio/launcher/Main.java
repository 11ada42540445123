package org.refugio.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Behind {@code ./refugio}. */
public final class Main {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DOWN = "{\"processes\":[],\"ready\":false}";

    private Main() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status;
        try {
            status = run(Home.from(System.getenv()), List.of(arguments));
        } catch (Trouble e) {
            System.err.println("refugio: " + e.getMessage());
            status = 1;
        } catch (IOException e) {
            System.err.println("refugio: " + e);
            status = 1;
        }
        System.exit(status);
    }

    private static int run(Home home, List<String> all) throws IOException, InterruptedException {
        if (all.isEmpty()) {
            throw new Trouble("say what to do: up, down, status, logs, restart, token or doctor");
        }
        List<String> rest = all.subList(1, all.size());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return switch (all.getFirst()) {
            case "up" -> new Up(home, java, rest).run();
            case "supervise" -> {
                new Supervisor(home,
                        new Topology(home, new Build(home.root()), java, Up.instances(rest)).parts()).run();
                yield 0;
            }
            case "down" -> down(home);
            case "status" -> status(home, rest.contains("--json"));
            case "logs" -> logs(home, argument(rest, "logs NAME"));
            case "restart" -> restart(home, argument(rest, "restart NAME"));
            case "token" ->
                token(home, argument(rest, "token USER [PASSWORD]"), rest.size() > 1 ? rest.get(1) : "refugio");
            case "doctor" -> Doctor.run(home);
            default -> throw new Trouble("there is no command '" + all.getFirst() + "'");
        };
    }

    private static int down(Home home) {
        System.out.println(new Control(home).ask("down").orElse("nothing runs"));
        PidFile.endLeftOvers(home);
        return 0;
    }

    private static int status(Home home, boolean json) {
        String report = new Control(home).ask("status").orElse(DOWN);
        JsonNode tree = JSON.readTree(report);
        if (json) {
            System.out.println(report);
        } else if (tree.path("processes").isEmpty()) {
            System.out.println("nothing runs");
        } else {
            System.out.printf("%-16s %8s %6s %-11s %7s %8s %9s%n", "process", "pid", "port", "state", "MB", "up (s)",
                    "restarts");
            tree.path("processes").forEach(each -> System.out.printf("%-16s %8d %6d %-11s %7d %8d %9d%n",
                    each.path("name").asString(), each.path("pid").asLong(), each.path("port").asInt(),
                    each.path("state").asString(), each.path("rssMb").asLong(), each.path("uptimeS").asLong(),
                    each.path("restarts").asInt()));
        }
        return tree.path("ready").asBoolean() ? 0 : 3;
    }

    private static int logs(Home home, String name) throws IOException {
        if (!name.matches("[a-z0-9-]+") || !Files.exists(home.log(name))) {
            throw new Trouble("there is no log of '" + name + "' in " + home.home().resolve("logs"));
        }
        Files.copy(home.log(name), System.out);
        return 0;
    }

    private static int restart(Home home, String name) {
        String answer = new Control(home).ask("restart " + name).orElse("nothing runs");
        System.out.println(answer);
        return answer.equals("restarted") ? 0 : 1;
    }

    private static int token(Home home, String user, String password) throws IOException, InterruptedException {
        String form = "grant_type=password&client_id=refugio-cli&username="
                + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(password, StandardCharsets.UTF_8);
        URI address = URI.create("http://127.0.0.1:" + new Ports(home.portBase()).identity()
                + "/realms/refugio/protocol/openid-connect/token");
        try (HttpClient http = HttpClient.newHttpClient()) {
            var response = http.send(
                    HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)).build(),
                    BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new Trouble("no token: user or password is not right");
            }
            System.out.println(JSON.readTree(response.body()).path("access_token").asString());
            return 0;
        } catch (java.net.ConnectException e) {
            throw new Trouble("the identity provider does not answer: ./refugio up starts it");
        }
    }

    private static String argument(List<String> rest, String usage) {
        if (rest.isEmpty()) {
            throw new Trouble("usage: ./refugio " + usage);
        }
        return rest.getFirst();
    }
}
