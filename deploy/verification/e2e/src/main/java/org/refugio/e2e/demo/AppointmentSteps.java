package org.refugio.e2e.demo;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Books appointments as the scheduler. */
final class AppointmentSteps {

    private final OfficeStaff office;

    AppointmentSteps(OfficeStaff office) {
        this.office = office;
    }

    String book(Map<String, Object> slot) {
        return office.scheduling("/appointments", slot).path("aggregate").asString();
    }

    JsonNode find(String id) {
        return office.scheduling("/appointments/" + id);
    }

    boolean isConfirmed(String id) {
        return find(id).path("answer").asString("").equals("CONFIRMED");
    }

    void move(String id, Map<String, Object> slot) {
        office.appointment(id, "reschedule",
                Map.of("localStart", slot.get("localStart"), "minutes", slot.get("minutes"), "lawyerId",
                        slot.get("lawyerId"), "interpreterId", slot.get("interpreterId"), "roomId", slot.get("roomId")),
                UUID.randomUUID().toString()).expect2xx();
    }

    /**
     * Other services follow a moved clock within a quarter of a second; until then the command is refused as too early.
     */
    void held(String id) {
        String key = UUID.randomUUID().toString();
        OfficeStaff.await("the appointment can be recorded as held", () -> office.appointment(id, "held",
                Map.of(), key).status() == 200);
    }

    /** The number of appointments of this kind of the case. */
    long ofCase(String caseId, String kind) {
        JsonNode page = office.scheduling("/appointments?office=" + OfficeStaff.ID + "&caseId=" + caseId);
        return page.path("items").valueStream().filter(each -> each.path("kind").asString("").equals(kind)).count();
    }
}
