package org.refugio.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.UnexpectedResult;
import org.refugio.e2e.calls.FullScanReport;
import org.refugio.e2e.calls.StoreCallCount;
import tools.jackson.databind.JsonNode;

/** An installation operated through {@code ./refugio}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineIT {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MOST_MB = 3_072;

    private TrialInstallation trial;

    @BeforeAll
    void up() {
        trial = TrialInstallation.start("door");
    }

    @AfterAll
    void down() {
        if (trial != null) {
            trial.close();
        }
    }

    private RefugioCommandLine door() {
        return trial.door();
    }

    private JsonNode process(String name) {
        return StreamSupport.stream(door().status().path("processes").spliterator(), false)
                .filter(each -> each.path("name").asString().equals(name)).findFirst().orElseThrow();
    }

    private Map<String, Long> pids() {
        return StreamSupport.stream(door().status().path("processes").spliterator(), false)
                .collect(Collectors.toMap(each -> each.path("name").asString(), each -> each.path("pid").asLong()));
    }

    @Test
    void statusSaysHowEveryProcessStandsAndAllOfThemFitIntoThreeGigabytes() {
        door().awaitReady(PATIENCE);
        JsonNode status = door().status();
        assertThat(status.path("ready").asBoolean()).isTrue();
        assertThat(pids()).containsOnlyKeys("store", "broker", "carriers", "keycloak", "intake", "document",
                "scheduling", "notification", "console");
        long total = 0;
        for (JsonNode each : status.path("processes")) {
            assertThat(each.propertyNames()).containsExactlyInAnyOrder("name", "pid", "port", "state", "rssMb",
                    "uptimeS", "restarts");
            assertThat(each.path("pid").asLong()).isPositive();
            assertThat(each.path("rssMb").asLong()).isPositive();
            total += each.path("rssMb").asLong();
        }
        assertThat(total).as("MB of all processes").isLessThanOrEqualTo(MOST_MB);
    }

    @Test
    void commandsWithTheirEffectsAndAnIdleInstallationCostAtMostTheirLimitsOfStoreCalls() {
        door().awaitReady(PATIENCE);
        StoreCallCount.check(trial.installation(), TrialInstallation.root());
        FullScanReport.check(trial.installation()); // of these commands, the demo, the idle loops and the metrics
    }

    @Test
    void upTwiceIsHarmless() {
        door().awaitReady(PATIENCE);
        Map<String, Long> before = pids();
        door().up();
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    void aKilledProcessComesBackAndARestartIsDone() {
        door().awaitReady(PATIENCE);
        JsonNode before = process("carriers");
        ProcessHandle.of(before.path("pid").asLong()).orElseThrow().destroyForcibly();
        await().atMost(SOON).until(() -> process("carriers").path("restarts").asInt() > before.path("restarts").asInt()
                && process("carriers").path("state").asString().equals("ready"));
        long second = process("carriers").path("pid").asLong();
        assertThat(second).isNotEqualTo(before.path("pid").asLong());
        door().run(SOON, "restart", "carriers");
        await().atMost(SOON).until(() -> process("carriers").path("pid").asLong() != second
                && process("carriers").path("state").asString().equals("ready"));
        assertThatThrownBy(() -> door().run(SOON, "restart", "nobody")).isInstanceOf(UnexpectedResult.class);
    }

    @Test
    void logsTokensAndTheDoctorAnswer() {
        door().awaitReady(PATIENCE);
        assertThat(door().run(SOON, "logs", "intake")).contains("org.refugio");
        assertThatThrownBy(() -> door().run(SOON, "logs", "../keys/master")).hasMessageContaining("there is no log");
        assertThat(door().run(SOON, "token", "legal.tapachula").strip().split("\\.")).hasSize(3);
        assertThatThrownBy(() -> door().run(SOON, "token", "legal.tapachula", "wrong"))
                .hasMessageContaining("user or password");
        assertThat(door().run(SOON, "doctor")).contains("ok    JDK", "Maven", "ok    npm", "disk", "Chromium");
    }

    @Test
    void dataSurvivesASupervisorThatIsKilledAndADown() {
        door().awaitReady(PATIENCE);
        ApiClient api = new ApiClient(trial.installation());
        String id = api.post("intake.tijuana", "/api/intake/v1/cases",
                Map.of("office", "tijuana", "language", "es", "person", Map.of("fullName", "Rosa Elena Pineda"),
                        "contact", Map.of("phone", "+526641234567"), "consent", Map.of("sms", true, "email", false),
                        "consentGiven", true, "entryDate", "2026-01-05"))
                .expect2xx().path("aggregate").asString();
        Map<String, Long> old = pids();
        ProcessHandle.of(old.get("store")).flatMap(ProcessHandle::parent).orElseThrow().destroyForcibly();
        door().up();
        assertThat(old.values()).as("what the killed run left is ended").allMatch(CommandLineIT::gone);
        assertThat(pids()).hasSameSizeAs(old);
        door().run(PATIENCE, "down");
        assertThat(door().status().path("ready").asBoolean()).isFalse();
        assertThat(door().status().path("processes")).isEmpty();
        door().up();
        assertThat(api.get("legal.tijuana", "/api/intake/v1/cases/" + id).expect2xx().path("person").path("fullName")
                .asString()).isEqualTo("Rosa Elena Pineda");
    }

    private static boolean gone(long pid) {
        return ProcessHandle.of(pid).map(each -> !each.isAlive()).orElse(true);
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeft(@TempDir Path folder) throws Exception {
        int base = TrialInstallation.freeBase();
        Path home = folder.resolve("home");
        try (ServerSocket taken = new ServerSocket(base + 100, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThatThrownBy(() -> elsewhere(home, base).up()).hasMessageContaining("port " + (base + 100))
                    .hasMessageContaining("intake").hasMessageContaining("REFUGIO_PORT_BASE");
        }
        assertThat(home).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() {
        assertThatThrownBy(() -> elsewhere(Path.of("/proc/refugio"), TrialInstallation.freeBase()).up())
                .hasMessageContaining("/proc/refugio").hasMessageContaining("REFUGIO_HOME");
    }

    @Test
    void withoutAnInstallationThereIsNothingToSay(@TempDir Path folder) {
        RefugioCommandLine none = elsewhere(folder.resolve("home"), TrialInstallation.freeBase());
        assertThat(none.status().path("ready").asBoolean(true)).isFalse();
        assertThat(none.run(SOON, "down")).contains("nothing runs");
        assertThat(List.of(folder.toFile().list())).isEmpty();
    }

    private static RefugioCommandLine elsewhere(Path home, int base) {
        return new RefugioCommandLine(TrialInstallation.root(),
                Map.of("REFUGIO_HOME", home.toString(), "REFUGIO_PORT_BASE",
                        Integer.toString(base), "REFUGIO_NO_BUILD", "1"));
    }
}
