package org.refugio.e2e.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.faults.OfficeHours;
import org.refugio.e2e.faults.TrialInstallation;
import tools.jackson.databind.JsonNode;

/** The store is restored to an older moment under newer topics. */
class RestoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INTAKE = "intake.tapachula";
    private static final String SCHEDULER = "scheduler.tapachula";
    private static final String OLD = "+529621110001";
    private static final String LOST = "+529621110002";
    private static final String NEW = "+529621110003";

    @Test
    void whatIsSaidAfterTheRestoreIsHeardEverywhere() throws Exception {
        String caseId;
        Path home;
        try (TrialInstallation before = TrialInstallation.start("restore")) {
            home = before.home();
            ApiClient api = new ApiClient(before.installation());
            caseId = openCase(api);
        }
        copy(home.resolve("data/store"), home.resolve("backup"));
        try (TrialInstallation after = TrialInstallation.startIn(home, Map.of())) {
            changeContact(new ApiClient(after.installation()), caseId, LOST);
            settled(new ApiClient(after.installation()));
        }
        Files.move(home.resolve("data/store"), home.resolve("damaged"));
        copy(home.resolve("backup"), home.resolve("data/store"));
        try (TrialInstallation restored = TrialInstallation.startIn(home,
                Map.of("REFUGIO_RESTORED", "the day of the test"))) {
            ApiClient api = new ApiClient(restored.installation());
            assertThat(phone(api, caseId)).isEqualTo(OLD);
            changeContact(api, caseId, NEW);
            settled(api);
            book(api, caseId, OfficeHours.begin(api));
            Awaitility.await().atMost(PATIENCE).until(() -> !messages(api, NEW).isEmpty());
            assertThat(messages(api, LOST)).isEmpty();
            assertThat(
                    api.post("admin.federation", "/v1/rebuild-check", Map.of()).expect2xx().path("equal").asBoolean())
                    .as("from the topics alone the same follows").isTrue();
            assertThat(messages(api, OLD)).isEmpty();
        }
    }

    private static String openCase(ApiClient api) {
        String caseId = api.post(INTAKE, "/api/intake/v1/cases", Map.of("office", "tapachula", "language", "es",
                "person", Map.of("fullName", "Persona Antigua", "callName", "Persona", "nationality", "HN"), "contact",
                Map.of("phone", OLD, "email", "antes@example.org"), "consent", Map.of("sms", true, "email", false),
                "consentGiven", true, "entryDate", LocalDate.now().minusDays(9).toString())).expect2xx()
                .path("aggregate").asString();
        settled(api);
        return caseId;
    }

    private static void changeContact(ApiClient api, String caseId, String phone) {
        String path = "/api/intake/v1/cases/" + caseId;
        api.postInView(INTAKE, path, path + "/contact", Map.of("contact",
                Map.of("phone", phone, "email", "despues@example.org"), "consent",
                Map.of("sms", true, "email", false)), UUID.randomUUID().toString()).expect2xx();
    }

    private static String phone(ApiClient api, String caseId) {
        return api.get(INTAKE, "/api/intake/v1/cases/" + caseId).expect2xx().path("contact").path("phone").asString();
    }

    private static void book(ApiClient api, String caseId, LocalDate today) {
        LocalDate day = today.plusDays(today.getDayOfWeek().getValue() > 3 ? 4 : 1);
        JsonNode slots = Awaitility.await().atMost(PATIENCE).until(() -> api.get(SCHEDULER,
                "/api/scheduling/v1/slots?caseId=" + caseId + "&office=tapachula&kind=CONSULTATION&language=es&from="
                        + day.atTime(9, 0) + "&minutes=60")
                .body().path("items"), items -> !items.isEmpty());
        JsonNode slot = slots.get(0);
        api.post(SCHEDULER, "/api/scheduling/v1/appointments", Map.of("caseId", caseId, "kind", "CONSULTATION",
                "localStart", slot.path("localStart").asString(), "minutes", 60, "lawyerId",
                slot.path("lawyerId").asString(), "roomId", slot.path("roomId").asString())).expect2xx();
    }

    private static JsonNode messages(ApiClient api, String phone) {
        return api.carriers("/api/phones/" + phone.replace("+", "%2B") + "/messages");
    }

    /** No event is pending, waiting or parked. */
    private static void settled(ApiClient api) {
        for (String service : List.of("intake", "document", "scheduling", "notification")) {
            Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
                JsonNode state = api.get("coordinator.tapachula", "/api/" + service + "/v1/operations/state")
                        .expect2xx();
                assertThat(state.toString()).contains("\"pending\":0", "\"waiting\":0", "\"parked\":0");
            });
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }
}
