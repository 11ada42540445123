package org.refugio.e2e.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import org.refugio.e2e.UnexpectedResult;
import tools.jackson.databind.JsonNode;

/** The actions of the staff of one office, each as a user with the necessary role. */
final class OfficeStaff {

    static final String ID = "tapachula";
    static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    static final String INTAKE = "intake.tapachula";
    static final String LEGAL = "legal.tapachula";
    static final String SCHEDULER = "scheduler.tapachula";
    static final String COORDINATOR = "coordinator.tapachula";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;

    OfficeStaff(ApiClient api) {
        this.api = api;
    }

    JsonNode intake(String path) {
        return api.get(LEGAL, "/api/intake/v1" + path).expect2xx();
    }

    /** A command on a case, in view of its current state. */
    void intake(String caseId, String fact, Map<String, Object> command) {
        String path = "/api/intake/v1/cases/" + caseId;
        api.postInView(LEGAL, path, path + "/" + fact, command, UUID.randomUUID().toString()).expect2xx();
    }

    JsonNode scheduling(String path) {
        return api.get(SCHEDULER, "/api/scheduling/v1" + path).expect2xx();
    }

    JsonNode scheduling(String path, Map<String, Object> command) {
        return api.post(SCHEDULER, "/api/scheduling/v1" + path, command).expect2xx();
    }

    /** A command on an appointment, in view of its current state. */
    ApiResponse appointment(String id, String command, Map<String, Object> body, String key) {
        String path = "/api/scheduling/v1/appointments/" + id;
        return api.postInView(SCHEDULER, path, path + "/" + command, body, key);
    }

    JsonNode documents(String path) {
        return api.get(LEGAL, "/api/document/v1" + path).expect2xx();
    }

    /** A review of a document, in view of the current checklist. */
    void review(String caseId, String itemId, String decision, Map<String, Object> command) {
        String path = "/api/document/v1/cases/" + caseId;
        api.postInView(LEGAL, path + "/checklist", path + "/items/" + itemId + "/" + decision, command,
                UUID.randomUUID().toString()).expect2xx();
    }

    /** The current time of the domain clock, in the zone of the office. */
    LocalDateTime now() {
        return LocalDateTime.ofInstant(Instant.parse(intake("/clock").path("now").asString()), ZONE);
    }

    /** Move the domain clock to a local time of the office. */
    void moveTimeTo(LocalDateTime moment) {
        api.post(COORDINATOR, "/api/intake/v1/clock", Map.of("to", moment.atZone(ZONE).toInstant().toString()))
                .expect2xx();
    }

    /**
     * The first free proposal on or after {@code from}, as the command that books it. An office that is booked out gets
     * one more lawyer, interpreter and room.
     */
    Map<String, Object> firstSlot(String caseId, String kind, LocalDateTime from) {
        return findSlot(caseId, kind, from).or(() -> {
            registerTeam();
            return findSlot(caseId, kind, from);
        }).orElseThrow(() -> new UnexpectedResult("no free slot from " + from));
    }

    private void registerTeam() {
        for (Map<String, Object> each : List.<Map<String, Object>>of(
                Map.of("office", ID, "kind", "LAWYER", "name", "Demo lawyer", "languages", List.of("es")),
                Map.of("office", ID, "kind", "INTERPRETER", "name", "Demo interpreter", "languages",
                        List.of("es", "ht")),
                Map.of("office", ID, "kind", "ROOM", "roomName", "Demo room"))) {
            api.post(COORDINATOR, "/api/scheduling/v1/resources", each).expect2xx();
        }
    }

    private Optional<Map<String, Object>> findSlot(String caseId, String kind, LocalDateTime from) {
        JsonNode slots = scheduling("/slots?caseId=%s&office=%s&kind=%s&language=ht&from=%s&minutes=60"
                .formatted(caseId, ID, kind, from));
        List<JsonNode> items = StreamSupport
                .stream((slots.isArray() ? slots : slots.path("items")).spliterator(), false)
                .sorted(Comparator.comparing(slot -> slot.path("localStart").asString())).toList();
        if (items.isEmpty()) {
            return Optional.empty();
        }
        JsonNode slot = items.getFirst();
        return Optional.of(Map.of("caseId", caseId, "kind", kind, "localStart", slot.path("localStart").asString(),
                "minutes", 60,
                "lawyerId", slot.path("lawyerId").asString(), "interpreterId", slot.path("interpreterId").asString(),
                "roomId", slot.path("roomId").asString()));
    }

    /** Wait until events have led to the requested state. */
    static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        try {
            Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                    .ignoreException(UnexpectedResult.class)
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            throw new UnexpectedResult("waited " + PATIENCE.toSeconds() + " s in vain: " + what);
        }
    }

    static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new UnexpectedResult(otherwise);
        }
    }
}
