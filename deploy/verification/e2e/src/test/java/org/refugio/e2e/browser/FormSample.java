package org.refugio.e2e.browser;

import java.time.LocalDateTime;
import java.util.Map;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import tools.jackson.databind.JsonNode;

/**
 * A case of its own with an appointment, for one test.
 *
 * @param text what is typed, in no other case
 * @param newStart at which nobody has another appointment
 */
record FormSample(ApiClient api, String caseId, String appointment, String text, LocalDateTime start,
        LocalDateTime newStart,
        long contactBefore,
        long dateBefore) {

    private static final String STAFF = "coordinator.tapachula";

    FormSample withText(String other) {
        return new FormSample(api, caseId, appointment, other, start, newStart, contactBefore, dateBefore);
    }

    String in(String pattern) {
        return pattern.replace("{case}", caseId).replace("{appointment}", String.valueOf(appointment));
    }

    String entryDate() {
        return start.minusDays(40).toLocalDate().toString();
    }

    String otherDate() {
        return newStart.toString();
    }

    /** The counter of a part of the entity tag. */
    long partOf(String resource, String part) {
        return part(api.get(STAFF, in(resource)).expect2xx().path("etag").asString(), part);
    }

    static long part(String tag, String part) {
        for (String each : tag.split(";")) {
            if (each.startsWith(part + "=")) {
                return Long.parseLong(each.substring(part.length() + 1));
            }
        }
        throw new AssertionError("no part " + part + " in " + tag);
    }

    boolean is(String status) {
        return api.get(STAFF, in("/api/scheduling/v1/appointments/{appointment}")).expect2xx().path("state")
                .asString().equals(status);
    }

    long appointments() {
        return api.get(STAFF, in("/api/scheduling/v1/appointments?office=tapachula&caseId={case}")).expect2xx()
                .path("items").size();
    }

    /** The cases whose name is what was typed. */
    long found() {
        ApiResponse found = api.post(STAFF, "/api/intake/v1/cases/search", Map.of("text", text));
        return found.expect2xx().path("items").valueStream().count();
    }

    long uploads() {
        return item("photographs").path("uploads").size();
    }

    boolean isWaived(String item) {
        return item(item).path("state").asString().equals("WAIVED");
    }

    private JsonNode item(String item) {
        return api.get(STAFF, in("/api/document/v1/cases/{case}/checklist")).expect2xx().path("lines").valueStream()
                .filter(each -> each.path("itemId").asString().equals(item)).findFirst().orElseThrow();
    }
}
