package org.refugio.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.launcher.installation.InstallationHome;
import org.refugio.launcher.process.ProcessStatus;
import org.refugio.launcher.process.Supervisor;
import org.refugio.launcher.process.SupervisorControl;

/** The real launcher and supervisor, each in its own process, with trivial processes. */
class LauncherIT {

    private static final String FINE = "echo it is ready; exec sleep 1000";
    private static final List<String> TWO_FINE = List.of("ground=" + FINE, "upper=" + FINE);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private InstallationHome home;

    @BeforeEach
    void aHomeAndFreePorts() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            home = new InstallationHome(folder.resolve("home"), folder.resolve("home"), free.getLocalPort());
        }
    }

    @AfterEach
    void end() throws Exception {
        if (Files.exists(home.run())) {
            say("down", List.of());
        }
    }

    private record Said(int status, String words) {}

    private Said say(String what, List<String> scripts) throws Exception {
        Path said = folder.resolve("said");
        Process process = LightInstallation.start(home, said, what, scripts);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("%s ends within 30 s", what).isTrue();
        return new Said(process.exitValue(), Files.readString(said).strip());
    }

    private List<ProcessStatus> processes() {
        return new SupervisorControl(home).status().orElse(Supervisor.Report.NOTHING).processes();
    }

    private ProcessStatus process(String name) {
        return processes().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    private static boolean gone(long pid) {
        return ProcessHandle.of(pid).map(each -> !each.isAlive()).orElse(true);
    }

    private long supervisor() throws IOException {
        return Long.parseLong(Files.readString(home.run().resolve("supervisor.pid")).split(" ")[0]);
    }

    private List<String> runFolder() throws IOException {
        try (var files = Files.list(home.run())) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void upSaysHowLongEachTookAndDownLeavesNothing() throws Exception {
        Said up = say("up", TWO_FINE);
        assertThat(up.status()).isZero();
        assertThat(up.words()).contains("What took how long", "Ready after", "http://127.0.0.1:" + home.portBase())
                .containsPattern("ground +\\d+\\.\\d → +\\d+\\.\\d s +\\d+ MB");
        List<Long> pids = processes().stream().map(ProcessStatus::pid).toList();
        long supervisor = supervisor();
        assertThat(say("down", List.of()).words()).isEqualTo("stopped");
        assertThat(pids).hasSize(2).allMatch(LauncherIT::gone);
        await().atMost(SOON).until(() -> gone(supervisor));
        assertThat(runFolder()).containsOnly("lock", "up.lock");
        assertThat(say("down", List.of()).words()).isEqualTo("nothing runs");
    }

    @Test
    void upTwiceEvenAtOnceStartsEverythingOnce() throws Exception {
        Process other = LightInstallation.start(home, folder.resolve("other"), "up", TWO_FINE);
        assertThat(say("up", TWO_FINE).status()).isZero();
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(other.exitValue()).as(Files.readString(folder.resolve("other"))).isZero();
        List<ProcessStatus> before = processes();
        assertThat(say("up", TWO_FINE).status()).isZero();
        assertThat(processes()).extracting(ProcessStatus::pid)
                .isEqualTo(before.stream().map(ProcessStatus::pid).toList());
        assertThat(processes()).extracting(ProcessStatus::restarts).containsOnly(0);
    }

    @Test
    void aKilledProcessComesBackAndIsCounted() throws Exception {
        say("up", TWO_FINE);
        long first = process("upper").pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        await().atMost(SOON).until(() -> process("upper").restarts() == 1
                && process("upper").state().equals("ready"));
        assertThat(process("upper").pid()).isNotEqualTo(first);
        assertThat(process("ground").restarts()).isZero();
    }

    @Test
    void whatDoesNotStartIsNamedAndWhatDidIsEnded() throws Exception {
        Path pids = folder.resolve("pids");
        Said up = say("up", List.of("ground=echo $$ >> " + pids + "; " + FINE, "broken=exit 3"));
        assertThat(up.status()).isEqualTo(1);
        assertThat(up.words()).contains("broken does not start", home.log("broken").toString());
        assertThat(Files.readAllLines(pids)).allMatch(pid -> gone(Long.parseLong(pid)));
        assertThat(runFolder()).containsOnly("lock", "up.lock");
    }

    @Test
    void anInterruptedUpEndsWhatItStarted() throws Exception {
        Path pids = folder.resolve("pids");
        Process up = LightInstallation.start(home, folder.resolve("said"), "up",
                List.of("ground=echo $$ >> " + pids + "; exec sleep 1000"));
        await().atMost(SOON).until(() -> Files.exists(pids) && Files.size(pids) > 1);
        up.destroy();
        assertThat(up.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readAllLines(pids)).allMatch(pid -> gone(Long.parseLong(pid)));
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeft() throws Exception {
        try (ServerSocket taken = new ServerSocket(home.portBase(), 1, InetAddress.getLoopbackAddress())) {
            Said up = say("up", TWO_FINE);
            assertThat(up.status()).isEqualTo(1);
            assertThat(up.words()).hasLineCount(1).contains("port " + taken.getLocalPort(), "ground",
                    "REFUGIO_PORT_BASE");
        }
        assertThat(home.home()).doesNotExist();
    }

    @Test
    void aHalfDeadEarlierRunIsCleanedUp() throws Exception {
        say("up", TWO_FINE);
        List<Long> old = processes().stream().map(ProcessStatus::pid).toList();
        ProcessHandle.of(supervisor()).orElseThrow().destroyForcibly();
        assertThat(say("up", TWO_FINE).status()).isZero();
        assertThat(old).allMatch(LauncherIT::gone);
        ProcessHandle.of(supervisor()).orElseThrow().destroyForcibly();
        List<Long> left = processes().stream().map(ProcessStatus::pid).toList();
        assertThat(say("down", List.of()).words()).isEqualTo("ended what an earlier run had left");
        assertThat(left).allMatch(LauncherIT::gone);
    }

    @Test
    void aSpoiltRunFolderDoesNotMatter() throws Exception {
        home.prepare();
        for (String file : List.of("control", "ground.pid", "supervisor.pid", "lock")) {
            Files.writeString(home.run().resolve(file), "\0not what it was\n");
        }
        Said up = say("up", TWO_FINE);
        assertThat(up.status()).as(up.words()).isZero();
        assertThat(processes()).hasSize(2);
    }

    @Test
    void somethingElseOnTheOldControlPortIsNotTakenForASupervisor() throws Exception {
        home.prepare();
        try (ServerSocket stranger = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Files.writeString(SupervisorControl.file(home), stranger.getLocalPort() + " secret");
            Thread.ofVirtual().start(() -> answerOnce(stranger));
            assertThat(processes()).isEmpty();
        }
    }

    private static void answerOnce(ServerSocket stranger) {
        try (Socket client = stranger.accept()) {
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
