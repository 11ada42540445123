package org.refugio.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.refugio.launcher.installation.BuildArtifacts;
import org.refugio.launcher.installation.FolderTree;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.installation.LauncherException;
import org.refugio.launcher.installation.Ports;
import org.refugio.launcher.process.ProcessSpec;
import org.refugio.launcher.process.Supervisor;
import org.refugio.launcher.topology.ClassArchives;
import org.refugio.launcher.topology.Topology;

/**
 * Records the {@link ClassArchives} of a build: an installation with its data in a temporary folder is started and ended, and
 * each process archives the classes that it has loaded.
 */
public record ArchiveRecording(Path root, Path java) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** A process needs several seconds of processor time to write its archive, and all of them end together. */
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final int FIRST_BASE = 30_000;
    private static final int LAST_BASE = 40_000;
    private static final int SPAN = 200;

    /** Record them unless those that fit this build exist. */
    public void run() throws InterruptedException {
        if (!Topology.ownStore()) {
            throw new LauncherException(
                    "class archives are recorded with the embedded store: unset REFUGIO_MONGODB_URI");
        }
        Path work = root.resolve("target/class-archives.new");
        FolderTree.delete(work);
        try {
            record(new InstallationHome(root, work.resolve("home"), freeBase()), work.resolve("archives"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            FolderTree.delete(work);
        }
    }

    private void record(InstallationHome home, Path fresh) throws IOException, InterruptedException {
        home.prepare();
        ClassArchives archives = ClassArchives.recorded(root);
        if (!ClassArchives.fit(processes(home, archives))) {
            System.out.println("Recording class archives, which shorten each start (once for a build) …");
            Files.createDirectories(fresh);
            startAndEnd(home, processes(home, new ClassArchives(fresh, true)));
            archives.replaceBy(fresh);
        }
    }

    private List<ProcessSpec> processes(InstallationHome home, ClassArchives archives) {
        return ClassArchives
                .archived(new Topology(home, new BuildArtifacts(root), java, Map.of(), archives).parts());
    }

    private static void startAndEnd(InstallationHome home, List<ProcessSpec> processes) throws InterruptedException {
        Supervisor supervisor = new Supervisor(home, processes, GRACE);
        Thread interrupted = new Thread(supervisor::stopAll, "interrupted");
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            Thread.ofVirtual().start(supervisor::startAll);
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!supervisor.report().ready()) {
                if (System.nanoTime() > end) {
                    throw new LauncherException("the processes were not ready; the logs are in "
                            + home.home().resolve("logs"));
                }
                Thread.sleep(100);
            }
        } finally {
            supervisor.stopAll();
            UpCommand.keepRunning(interrupted);
        }
    }

    private static int freeBase() {
        for (int base = FIRST_BASE; base < LAST_BASE; base += SPAN) {
            if (new Ports(base).needed().keySet().stream().allMatch(Ports::free)) {
                return base;
            }
        }
        throw new LauncherException("no free ports from " + FIRST_BASE + " to " + LAST_BASE);
    }
}
