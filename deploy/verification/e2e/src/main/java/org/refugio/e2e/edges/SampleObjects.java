package org.refugio.e2e.edges;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.refugio.e2e.ApiClient;
import tools.jackson.databind.JsonNode;

/** Objects that exist, so that a request with one unusual value reaches the rules behind the reading of requests. */
final class SampleObjects {

    private final Map<String, String> values = new HashMap<>(Map.of("office", "tapachula", "language", "es", "phone",
            "+529621234567", "email", "maria@example.org", "entryDate", "2026-01-05", "kind", "CONSULTATION",
            "localStart", "2026-12-01T10:00", "nationality", "HN", "to", "2020-01-01T00:00:00Z"));
    private final Map<String, String> tags = new HashMap<>();

    /** Without an installation: ids that do not exist. */
    static SampleObjects none() {
        return new SampleObjects();
    }

    /** Opens a case and reads what belongs to it. */
    static SampleObjects create(ApiClient api) {
        SampleObjects all = new SampleObjects();
        String caseId = api.post("intake.tapachula", "/api/intake/v1/cases", Map.of("office", "tapachula", "language",
                "es", "person", Map.of("fullName", "Rosa Elena Pineda"), "contact", Map.of("phone", "+529621234567"),
                "consent", Map.of("sms", true, "email", false), "consentGiven", true, "entryDate", "2026-01-05"))
                .expect2xx().path("aggregate").asString();
        all.values.put("caseId", caseId);
        all.tags.put("/v1/cases/", api.get("legal.tapachula", "/api/intake/v1/cases/" + caseId).expect2xx()
                .path("etag").asString());
        String slotsPath = "/api/scheduling/v1/slots?kind=CONSULTATION&caseId=" + caseId;
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(
                () -> api.get("legal.tapachula", "/api/document/v1/cases/" + caseId + "/checklist").status() == 200
                        && api.get("scheduler.tapachula", slotsPath).status() == 200);
        JsonNode checklist = api.get("legal.tapachula", "/api/document/v1/cases/" + caseId + "/checklist").expect2xx();
        all.values.put("itemId", checklist.path("lines").path(0).path("itemId").asString());
        all.tags.put("/items/", checklist.path("etag").asString());
        JsonNode slots = api.get("scheduler.tapachula", slotsPath).expect2xx().path("items");
        JsonNode slot = slots.path(0);
        for (String name : new String[]{"localStart", "lawyerId", "roomId"}) {
            all.values.put(name, slot.path(name).asString("none"));
        }
        String appointment = api.post("scheduler.tapachula", "/api/scheduling/v1/appointments", Map.of("caseId", caseId,
                "kind", "CONSULTATION", "localStart", all.values.get("localStart"), "minutes", 60, "lawyerId",
                all.values.get("lawyerId"), "roomId", all.values.get("roomId"))).expect2xx().path("aggregate")
                .asString();
        all.values.put("id", appointment);
        all.tags.put("/v1/appointments/", api.get("scheduler.tapachula", "/api/scheduling/v1/appointments/"
                + appointment).expect2xx().path("etag").asString());
        return all;
    }

    String value(String name) {
        return values.get(name);
    }

    /** The entity tag that a command on this path was sent in view of. */
    String tag(String path) {
        return path.contains("/items/")
                ? tags.getOrDefault("/items/", "unknown:1")
                : path.contains("/appointments/")
                        ? tags.getOrDefault("/v1/appointments/", "unknown:1")
                        : tags.getOrDefault("/v1/cases/", "unknown:1");
    }
}
