package org.refugio.launcher.topology;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.refugio.launcher.installation.BuildArtifacts;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.InstallationSecrets;
import org.refugio.launcher.installation.Ports;
import org.refugio.launcher.process.ProcessSpec;
import org.refugio.launcher.process.ReadinessCheck;

/** The processes of an installation and their settings. */
public record Topology(InstallationHome home, BuildArtifacts build, Path java, Map<String, Integer> instances,
        ClassArchives archives) {

    private static final String STORE = "deploy/local/store";

    public List<ProcessSpec> parts() {
        Ports ports = new Ports(home.portBase());
        List<ProcessSpec> all = new ArrayList<>();
        if (ownStore()) {
            all.add(new ProcessSpec("store", 0, List.of(ports.store()),
                    own(STORE, "org.refugio.store.EmbeddedStore", 256,
                            Map.of("REFUGIO_STORE_DIR", home.data("store").toString(), "REFUGIO_STORE_KEY_FILE",
                                    home.keys().resolve("store.key").toString(), "REFUGIO_STORE_PORT",
                                    text(ports.store()))),
                    new ReadinessCheck.Said("store ready")));
        }
        all.add(new ProcessSpec("broker", 0, List.of(ports.broker(), ports.controller()),
                own("deploy/local/broker", "org.refugio.broker.Broker", 256,
                        Map.of("REFUGIO_BROKER_DIR", home.data("broker").toString(), "REFUGIO_BROKER_PORT",
                                text(ports.broker()), "REFUGIO_BROKER_CONTROLLER_PORT", text(ports.controller()))),
                new ReadinessCheck.Said("broker ready")));
        all.add(new ProcessSpec("carriers", 0, List.of(ports.carriers(), ports.smtp(), ports.smpp()),
                own("deploy/local/carriers", "org.refugio.carriers.Carriers", 64,
                        Map.of("REFUGIO_CARRIERS_PORT", text(ports.carriers()), "REFUGIO_SMTP_PORT",
                                text(ports.smtp()), "REFUGIO_SMPP_PORT", text(ports.smpp()))),
                new ReadinessCheck.Said("carriers ready")));
        all.add(new ProcessSpec("keycloak", 0, List.of(ports.identity()),
                new KeycloakProcess(build, java).launch(home.data("identity"), ports),
                ReadinessCheck.answers(ports.identity(), "/realms/refugio/.well-known/openid-configuration")));
        for (String service : Ports.SERVICES) {
            String main = mainClass(service);
            if (build.holds("services/" + service, main)) {
                IntStream.range(0, count(service)).mapToObj(i -> service(service, main, i, ports)).forEach(all::add);
            }
        }
        return all;
    }

    private ProcessSpec service(String name, String main, int instance, Ports ports) {
        int port = ports.service(name, instance);
        int management = ports.management(name, instance);
        Map<String, String> environment = new HashMap<>(shared(ports));
        environment.put("SERVER_PORT", text(port));
        environment.put("MANAGEMENT_SERVER_PORT", text(management));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        environment.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        environment.put("REFUGIO_INSTANCE", name + "-" + instance);
        return new ProcessSpec(count(name) == 1 ? name : name + "-" + instance, 1, List.of(port, management),
                own("services/" + name, main, 256, environment),
                ReadinessCheck.answers(management, "/actuator/health/readiness"));
    }

    private Map<String, String> shared(Ports ports) {
        Map<String, String> out = new HashMap<>();
        out.put("REFUGIO_MONGODB_URI", ownStore()
                ? "mongodb://127.0.0.1:" + ports.store()
                : System.getenv("REFUGIO_MONGODB_URI"));
        out.put("REFUGIO_KAFKA", "127.0.0.1:" + ports.broker());
        out.put("REFUGIO_ISSUER", "http://127.0.0.1:" + ports.identity() + "/realms/refugio");
        out.put("REFUGIO_PUBLIC_URL", "http://127.0.0.1:" + ports.console());
        out.put("REFUGIO_KEY_FILE", InstallationSecrets.masterKey(home).toString());
        out.put("REFUGIO_SERVICE_SECRET_FILE", InstallationSecrets.serviceSecret(home).toString());
        out.put("REFUGIO_CLOCK", System.getenv().getOrDefault("REFUGIO_CLOCK", "movable"));
        // a trial has fictitious staff and rooms; an office provides its own file
        out.put("REFUGIO_DIRECTORY",
                System.getenv().getOrDefault("REFUGIO_DIRECTORY", "classpath:directory-trial.json"));
        out.put("REFUGIO_SMTP_HOST", "127.0.0.1");
        out.put("REFUGIO_SMTP_PORT", text(ports.smtp()));
        out.put("REFUGIO_SMTPUTF8", "true"); // the trial's mail server offers it
        out.put("REFUGIO_SMPP_HOST", "127.0.0.1");
        out.put("REFUGIO_SMPP_PORT", text(ports.smpp()));
        for (String service : Ports.SERVICES.subList(0, 4)) {
            out.put("REFUGIO_" + service.toUpperCase(Locale.ROOT) + "_URLS",
                    IntStream.range(0, count(service)).mapToObj(i -> "http://127.0.0.1:" + ports.service(service, i))
                            .collect(Collectors.joining(",")));
        }
        return out;
    }

    private ProcessSpec.Launch own(String module, String main, int heapMb, Map<String, String> environment) {
        // a start fills about 100 MB of metaspace; the default threshold of 21 MB would cause several full collections
        List<String> options = new ArrayList<>(List.of("-Xmx" + heapMb + "m", "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=128m", "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        options.addAll(
                module.equals(STORE) ? CompilerOptions.secondForCryptography(build.root()) : CompilerOptions.first());
        String classpath = build.classpath(module);
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(archives.options(module.substring(module.lastIndexOf('/') + 1), options, classpath));
        command.addAll(List.of("-cp", classpath, main));
        return new ProcessSpec.Launch(command, environment);
    }

    private int count(String service) {
        return instances.getOrDefault(service, 1);
    }

    public static boolean ownStore() {
        return System.getenv().getOrDefault("REFUGIO_MONGODB_URI", "").isBlank();
    }

    private static String mainClass(String service) {
        return "org.refugio." + service + "." + Character.toUpperCase(service.charAt(0)) + service.substring(1)
                + "Application";
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
