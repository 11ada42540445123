package org.refugio.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code up}: checks, starts the supervisor, shows progress until everything is ready. */
record Up(Home home, Path java, List<String> arguments) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_S = 300;
    private static final int TOO_MANY_RESTARTS = 5;

    int run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        boolean existed = Files.exists(home.home());
        home.prepare();
        Control control = new Control(home);
        Process supervisor = null;
        if (control.ask("status").isEmpty()) {
            PidFile.endLeftOvers(home);
            Topology topology = new Topology(home, new Build(home.root()), java, instances(arguments));
            try {
                checkPorts(topology.parts());
            } catch (Trouble e) {
                if (!existed) {
                    Tree.delete(home.home());
                }
                throw e;
            }
            new Identity(new Build(home.root()), java).prepare(home.log("keycloak"));
            supervisor = spawn();
        }
        return follow(control, supervisor, begin);
    }

    static Map<String, Integer> instances(List<String> arguments) {
        Map<String, Integer> out = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--instances") && i + 1 < arguments.size()) {
                String[] pair = arguments.get(++i).split("=");
                if (pair.length != 2 || !pair[1].matches("[1-9]")
                        || !Topology.SERVICES.subList(0, 4).contains(pair[0])) {
                    throw new Trouble("--instances wants SERVICE=N with N from 1 to 9, for example intake=2");
                }
                out.put(pair[0], Integer.parseInt(pair[1]));
            } else {
                throw new Trouble("up does not know '" + arguments.get(i) + "'");
            }
        }
        return out;
    }

    private void checkPorts(List<Part> parts) {
        for (Part part : parts) {
            for (int port : part.ports()) {
                if (!Ports.free(port)) {
                    throw new Trouble("port " + port + ", needed by " + part.name()
                            + ", is taken: stop what listens there or set REFUGIO_PORT_BASE to another number");
                }
            }
        }
    }

    private Process spawn() throws IOException {
        List<String> command = new ArrayList<>();
        // a session of its own: an interrupt at the keyboard must not reach the processes
        command.add("setsid");
        command.addAll(List.of(java.toString(), "-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-XX:+UseCompactObjectHeaders", "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "supervise"));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log("supervisor").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
    }

    private int follow(Control control, Process supervisor, long begin) throws InterruptedException {
        Map<String, String> shown = new HashMap<>();
        while (true) {
            Optional<String> answer = control.ask("status");
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (answer.isPresent()) {
                JsonNode report = JSON.readTree(answer.get());
                for (JsonNode each : report.path("processes")) {
                    String name = each.path("name").asString();
                    String state = each.path("state").asString();
                    if (!state.equals(shown.put(name, state)) && !state.equals("waiting")) {
                        System.out.printf("%6.1f s  %-14s %s%n", seconds, name, state);
                    }
                    if (each.path("restarts").asInt() >= TOO_MANY_RESTARTS && supervisor != null) {
                        control.ask("down");
                        throw new Trouble(name + " does not start; its log is " + home.log(name));
                    }
                }
                if (report.path("ready").asBoolean()) {
                    System.out.print(Farewell.of(home, seconds));
                    return 0;
                }
            }
            if (supervisor != null && supervisor.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new Trouble("the supervisor ended; its log is " + home.log("supervisor"));
            }
            if (seconds > PATIENCE_S) {
                throw new Trouble("not ready within " + PATIENCE_S + " s; ./refugio status shows what is missing");
            }
            if (supervisor == null) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
