package org.refugio.launcher.command;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.refugio.launcher.installation.FolderTree;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;
import org.refugio.launcher.installation.Ports;
import org.refugio.launcher.process.PidFile;
import org.refugio.launcher.process.ProcessSpec;
import org.refugio.launcher.process.SupervisorControl;
import org.refugio.launcher.topology.Topology;

/**
 * {@code up}: checks, starts the supervisor, shows progress until everything is ready. A failed or interrupted {@code
 * up} ends what it has started.
 *
 * @param parts the processes to run; evaluated only when nothing is running
 * @param beforehand done once before the first process starts
 * @param supervise the command line of the supervisor
 */
public record UpCommand(InstallationHome home, Supplier<List<ProcessSpec>> parts, Runnable beforehand,
        List<String> supervise) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    public int run() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        boolean existed = Files.exists(home.home());
        home.prepare();
        Process supervisor = null;
        Thread interrupted = new Thread(() -> DownCommand.of(home), "interrupted");
        try {
            // a concurrent up waits here and then finds the processes that the first one started
            try (FileChannel file = FileChannel.open(home.run().resolve("up.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE)) {
                file.lock();
                SupervisorControl control = new SupervisorControl(home);
                if (control.status().isEmpty()) {
                    PidFile.endLeftOvers(home);
                    checkPorts(existed);
                    beforehand.run();
                    Runtime.getRuntime().addShutdownHook(interrupted);
                    supervisor = spawn();
                    awaitControl(control, supervisor);
                }
            }
            new StartProgress(home, begin).follow(supervisor != null, PATIENCE);
        } catch (LauncherException | IOException | InterruptedException e) {
            if (supervisor != null) {
                DownCommand.of(home);
                supervisor.destroyForcibly();
            }
            throw e;
        } finally {
            keepRunning(interrupted);
        }
        return 0;
    }

    /** Removes the hook that ends everything, unless it runs already. */
    static void keepRunning(Thread interrupted) {
        try {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        } catch (IllegalStateException e) {
            // interrupted before, so everything is being ended
        }
    }

    public static Map<String, Integer> instances(List<String> arguments) {
        Map<String, Integer> out = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i).equals("--instances") && i + 1 < arguments.size()) {
                String[] pair = arguments.get(++i).split("=");
                if (pair.length != 2 || !pair[1].matches("[1-9]")
                        || !Ports.SERVICES.subList(0, 4).contains(pair[0])) {
                    throw new LauncherException("--instances wants SERVICE=N with N from 1 to 9, for example intake=2");
                }
                out.put(pair[0], Integer.parseInt(pair[1]));
            } else {
                throw new LauncherException("up does not know '" + arguments.get(i) + "'");
            }
        }
        return out;
    }

    private void checkPorts(boolean existed) {
        for (ProcessSpec part : parts.get()) {
            for (int port : part.ports()) {
                if (!Ports.free(port)) {
                    if (!existed) {
                        FolderTree.delete(home.home());
                    }
                    throw new LauncherException("port " + port + ", needed by " + part.name()
                            + ", is taken: stop what listens there or set REFUGIO_PORT_BASE to another number");
                }
            }
        }
    }

    private Process spawn() throws IOException {
        List<String> command = new ArrayList<>();
        // a separate session, so that an interrupt at the keyboard does not reach the processes
        if (DoctorCommand.onPath("setsid")) {
            command.add("setsid");
        }
        command.addAll(supervise);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log("supervisor").toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
    }

    private void awaitControl(SupervisorControl control, Process supervisor) throws InterruptedException {
        while (control.status().isEmpty()) {
            if (supervisor.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new LauncherException("the supervisor ended; its log is " + home.log("supervisor"));
            }
        }
    }
}
