package org.refugio.e2e.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;
import tools.jackson.databind.JsonNode;

/** An installation for one test, with separate data and ports, without a build, removed at the end. */
public final class TrialInstallation implements AutoCloseable {

    /** The number of ports that an installation uses from its base. */
    private static final int SPAN = 200;

    private final RefugioCommandLine door;
    private final Installation installation;
    private final Path home;
    private final IdentityTemplate identity;

    private TrialInstallation(RefugioCommandLine door, Installation installation, Path home) {
        this.home = home;
        this.door = door;
        this.installation = installation;
        this.identity = new IdentityTemplate(home.resolve("data/identity"),
                root().resolve("deploy/verification/e2e/target/identity-" + installation.portBase()));
    }

    /** Start one and wait until it is ready. */
    public static TrialInstallation start(String name, String... options) {
        Path home = root().resolve("deploy/verification/e2e/target/" + name);
        delete(home);
        return startIn(home, Map.of(), options);
    }

    /** Start one with its data in this folder and with additional environment variables, and wait until it is ready. */
    public static TrialInstallation startIn(Path home, Map<String, String> more, String... options) {
        int base = freeBase();
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of("REFUGIO_HOME", home.toString(), "REFUGIO_PORT_BASE", Integer.toString(base),
                "REFUGIO_NO_BUILD", "1", "REFUGIO_CLOCK", "movable", "REFUGIO_MONGODB_URI", ""));
        RefugioCommandLine door = new RefugioCommandLine(root(), environment);
        TrialInstallation trial = new TrialInstallation(door, new Installation(base), home);
        trial.identity.provide();
        try {
            door.up(options);
        } catch (RuntimeException e) {
            trial.close();
            throw e;
        }
        return trial;
    }

    public Installation installation() {
        return installation;
    }

    /** The folder that contains everything it has written. */
    public Path home() {
        return home;
    }

    /** The processes as {@code ./refugio status --json} reports them. */
    public JsonNode status() {
        return door.status();
    }

    /** The same for the installation of this environment. */
    public static JsonNode statusOfRunning() {
        return new RefugioCommandLine(root(), Map.of()).status();
    }

    RefugioCommandLine door() {
        return door;
    }

    @Override
    public void close() {
        door.down();
        identity.keep();
        PortReservation.release(installation.portBase());
    }

    /** The checkout: the nearest parent folder that contains {@code ./refugio}. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("refugio"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new UnexpectedResult("no ./refugio in any folder above");
            }
        }
        return folder;
    }

    static int freeBase() {
        for (int base = 20_000; base < 30_000; base += SPAN) {
            if (PortReservation.take(base)) {
                if (isFree(base)) {
                    return base;
                }
                PortReservation.release(base);
            }
        }
        throw new UnexpectedResult("no free ports");
    }

    private static boolean isFree(int base) {
        return free(base) && free(base + 10) && free(base + 30) && free(base + 40) && free(base + 100);
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
