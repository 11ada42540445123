package org.refugio.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.launcher.installation.InstallationHome;

class SupervisedProcessTest {

    @TempDir
    Path folder;

    private InstallationHome home;
    private SupervisedProcess supervised;

    @BeforeEach
    void prepare() {
        home = new InstallationHome(folder, folder.resolve("home"), 8600);
        home.prepare();
    }

    @AfterEach
    void stop() {
        supervised.stop();
    }

    private SupervisedProcess start(String script) {
        supervised = new SupervisedProcess(new ProcessSpec("thing", 0, List.of(8600),
                new ProcessSpec.Launch(List.of("sh", "-c", script), Map.of()), new ReadinessCheck.Said("it is ready")),
                home, Duration.ofSeconds(12));
        supervised.start();
        return supervised;
    }

    @Test
    void aProcessIsReadyWhenItSaysSo() {
        start("sleep 0.3; echo it is ready; exec sleep 100");
        await().until(() -> supervised.state() == SupervisedProcess.State.STARTING);
        await().until(() -> supervised.state() == SupervisedProcess.State.READY);
        assertThat(supervised.status().pid()).isPositive();
        assertThat(supervised.status().restarts()).isZero();
    }

    @Test
    void aKilledProcessComesBack() {
        start("echo it is ready; exec sleep 100");
        await().until(() -> supervised.state() == SupervisedProcess.State.READY);
        long first = supervised.status().pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().until(() -> supervised.status().pid() > 0 && supervised.status().pid() != first
                && supervised.state() == SupervisedProcess.State.READY);
        assertThat(supervised.status().restarts()).isEqualTo(1);
    }

    @Test
    void whatDiesAtOnceIsStartedAgainEverMoreSlowly() throws Exception {
        start("date +%s%N >> starts; exit 1");
        Path starts = home.home().resolve("starts");
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(starts)
                && Files.readAllLines(starts).size() >= 4);
        long[] at = Files.readAllLines(starts).stream().mapToLong(Long::parseLong).toArray();
        assertThat(at[3] - at[2]).isGreaterThan((at[1] - at[0]) * 3 / 2);
        assertThat(supervised.status().restarts()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void whatIsStoppedStaysStopped() {
        start("echo it is ready; exec sleep 100");
        await().until(() -> supervised.state() == SupervisedProcess.State.READY);
        long pid = supervised.status().pid();
        supervised.stop();
        await().until(() -> ProcessHandle.of(pid).isEmpty());
        await().during(Duration.ofMillis(600)).until(() -> supervised.status().pid() == 0);
    }
}
