package org.refugio.launcher.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.refugio.launcher.installation.BuildArtifacts;
import org.refugio.launcher.installation.FolderTree;
import org.refugio.launcher.installation.InputFingerprint;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;
import org.refugio.launcher.installation.Ports;
import org.refugio.launcher.process.ProcessSpec;

/** Keycloak, started as a plain Java process, because its shell script would not pass on signals. */
public record KeycloakProcess(BuildArtifacts build, Path java) {

    private static final String MODULE = "deploy/local/identity";
    private static final String DATABASE = "keycloak.mv.db";
    private static final String UNUSED = "admin,admin-api,account,account-api,ciba,device-flow,kerberos,par,impersonation";

    public void prepare(InstallationHome home, Ports ports) {
        prepare(home.log("keycloak"));
        try {
            prepareRealm(home.data("identity"), ports);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Run the Keycloak build step and create an empty database once, and again when the settings or files change; later
     * starts are several times quicker.
     */
    public void prepare(Path log) {
        Path marker = home().resolve(".prepared");
        if (!Files.exists(home().resolve("lib"))) {
            throw new LauncherException(MODULE + " is not built: run ./refugio up, which builds it");
        }
        try {
            List<String> wanted = command("build", "--db=dev-file", "--health-enabled=false",
                    "--metrics-enabled=false", "--features-disabled=" + UNUSED, "--cache=local");
            if (Files.exists(marker) && Files.readString(marker).equals(prepared(wanted))) {
                return;
            }
            System.out.println("Preparing Keycloak (once) …");
            run(wanted, Map.of(), log);
            FolderTree.delete(template());
            Path nothing = Files.createDirectories(template().resolve("realms"));
            // importing no realm creates the tables, which takes ten seconds, and the master realm, which nobody can use
            run(command("import", "--optimized", "--dir=" + nothing), database(template()), log);
            Files.writeString(marker, prepared(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void run(List<String> command, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        process.environment().putAll(environment);
        if (process.start().waitFor() != 0) {
            throw new LauncherException("Keycloak could not be prepared; see " + log);
        }
    }

    /**
     * Keycloak reads the file into an empty database only. The administration of the realm is disabled, so a changed
     * file is imported by starting with a new database; the previous database is kept beside it.
     */
    private void prepareRealm(Path data, Ports ports) throws IOException {
        Path realm = build.root().resolve(MODULE).resolve("src/main/realm/refugio-realm.json");
        Files.createDirectories(home().resolve("data/import"));
        Files.copy(realm, home().resolve("data/import/refugio-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        String wanted = new InputFingerprint().of(Files.readAllBytes(realm)).of(List.of(publicUrl(ports))).text();
        Files.createDirectories(data);
        Path marker = data.resolve("realm.digest");
        Path database = data.resolve(DATABASE);
        if (Files.exists(database) && !(Files.exists(marker) && Files.readString(marker).equals(wanted))) {
            Files.move(database, data.resolve("keycloak-before.mv.db"), StandardCopyOption.REPLACE_EXISTING);
            System.out.println("The realm or its address changed: Keycloak reads it anew.");
        }
        if (!Files.exists(database)) {
            Files.copy(template().resolve(DATABASE), database);
        }
        Files.writeString(marker, wanted);
    }

    private String prepared(List<String> command) throws IOException {
        return new InputFingerprint().of(command).ofFilesIn(home().resolve("lib")).text();
    }

    private static String publicUrl(Ports ports) {
        return "http://127.0.0.1:" + ports.console();
    }

    ProcessSpec.Launch launch(Path data, Ports ports) {
        String url = "http://127.0.0.1:" + ports.identity();
        return new ProcessSpec.Launch(
                command("start", "--optimized", "--http-enabled=true", "--http-host=127.0.0.1",
                        "--http-port=" + ports.identity(), "--hostname=" + url, "--import-realm"),
                environment(data, ports));
    }

    private static Map<String, String> environment(Path data, Ports ports) {
        Map<String, String> all = new HashMap<>(database(data));
        all.put("REFUGIO_PUBLIC_URL", publicUrl(ports));
        return all;
    }

    private static Map<String, String> database(Path data) {
        return Map.of("KC_DB_URL",
                "jdbc:h2:file:" + data.resolve("keycloak") + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** The database before the import of the realm. */
    private Path template() {
        return home().resolve("data/template");
    }

    private Path home() {
        try (var found = Files.newDirectoryStream(build.target(MODULE), "keycloak-*")) {
            var all = found.iterator();
            if (!all.hasNext()) {
                throw new LauncherException(MODULE + " is not built: run ./refugio up, which builds it");
            }
            return all.next();
        } catch (IOException e) {
            throw new LauncherException(MODULE + " is not built: run ./refugio up, which builds it");
        }
    }

    private List<String> command(String... arguments) {
        Path home = home();
        List<String> all = new ArrayList<>(List.of(java.toString(), "-Xms64m", "-Xmx300m", "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1", "-XX:MetaspaceSize=128m",
                "-XX:MaxMetaspaceSize=200m",
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
