package org.refugio.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keycloak, started as a plain Java process: its own shell script would stand between it and our signals. */
record Identity(Build build, Path java) {

    private static final String MODULE = "deploy/local/identity";
    private static final String UNUSED = "admin,admin-api,account,account-api,ciba,device-flow,kerberos,par,impersonation";

    /** Fix the settings of the build once, and again when they change; later starts are several times quicker. */
    void prepare(Path log) {
        Path marker = home().resolve(".prepared");
        if (!Files.exists(home().resolve("lib"))) {
            throw new Trouble(MODULE + " is not built: run ./refugio up, which builds it");
        }
        try {
            Path realm = build.root().resolve(MODULE).resolve("src/main/realm/refugio-realm.json");
            Files.createDirectories(home().resolve("data/import"));
            Files.copy(realm, home().resolve("data/import/refugio-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            List<String> wanted = command("build", "--db=dev-file", "--health-enabled=false",
                    "--metrics-enabled=false", "--features-disabled=" + UNUSED, "--cache=local");
            String settings = String.join("\n", wanted);
            if (Files.exists(marker) && Files.readString(marker).equals(settings)) {
                return;
            }
            int status = new ProcessBuilder(wanted)
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start()
                    .waitFor();
            if (status != 0) {
                throw new Trouble("Keycloak could not be prepared; see " + log);
            }
            Files.writeString(marker, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Part.Launch launch(Path data, Ports ports) {
        String url = "http://127.0.0.1:" + ports.identity();
        return new Part.Launch(
                command("start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1",
                        "--http-port=" + ports.identity(), "--hostname=" + url, "--import-realm"),
                Map.of("KC_DB_URL",
                        "jdbc:h2:file:" + data.resolve("keycloak") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE",
                        "REFUGIO_PUBLIC_URL", "http://127.0.0.1:" + ports.console()));
    }

    private Path home() {
        try (var found = Files.newDirectoryStream(build.target(MODULE), "keycloak-*")) {
            var all = found.iterator();
            if (!all.hasNext()) {
                throw new Trouble(MODULE + " is not built: run ./refugio up, which builds it");
            }
            return all.next();
        } catch (IOException e) {
            throw new Trouble(MODULE + " is not built: run ./refugio up, which builds it");
        }
    }

    private List<String> command(String... arguments) {
        Path home = home();
        List<String> all = new ArrayList<>(List.of(java.toString(), "-Xms64m", "-Xmx300m", "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-XX:MaxMetaspaceSize=200m",
                "-Dfile.encoding=UTF-8", "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED", "-Duser.language=en", "-Duser.country=US",
                "-Dkc.home.dir=" + home, "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-cp", home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        all.addAll(List.of(arguments));
        return all;
    }
}
