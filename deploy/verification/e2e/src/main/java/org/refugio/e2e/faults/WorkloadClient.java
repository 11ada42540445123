package org.refugio.e2e.faults;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import tools.jackson.databind.JsonNode;

/** A client of the workload: opens cases, uploads papers, books and moves appointments, corrects contacts. */
final class WorkloadClient implements Runnable {

    private static final List<String> OFFICES = List.of("tapachula", "tijuana");

    private final ApiClient api;
    private final CommandHistory history;
    private final RetryingClient stubborn;
    private final LocalDate today;
    private final BooleanSupplier goOn;

    /** {@code today} by the domain clock. */
    WorkloadClient(ApiClient api, CommandHistory history, LocalDate today, BooleanSupplier goOn) {
        this.api = api;
        this.today = today;
        this.history = history;
        this.stubborn = new RetryingClient(history);
        this.goOn = goOn;
    }

    @Override
    public void run() {
        while (goOn.getAsBoolean()) {
            String office = OFFICES.get(ThreadLocalRandom.current().nextInt(OFFICES.size()));
            String caseId = openCase(office);
            upload(office, caseId);
            String appointment = book(office, caseId);
            if (appointment != null && ThreadLocalRandom.current().nextBoolean()) {
                move(office, caseId, appointment);
            }
            correctContact(office, caseId);
        }
    }

    private String openCase(String office) {
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        String phone = "+52962" + number;
        Map<String, Object> body = Map.of("office", office, "language", "es", "person",
                Map.of("fullName", "Persona Inventada " + number, "callName", "Persona", "nationality", "HN"),
                "contact", Map.of("phone", phone, "email", "p" + number + "@example.org"), "consent",
                Map.of("sms", true, "email", false), "consentGiven", true, "entryDate",
                today.minusDays(2).toString());
        ApiResponse answer = stubborn
                .untilAnswered(key -> api.post("intake." + office, "/api/intake/v1/cases", body, key));
        return record("open-case", answer, null, Map.of("office", office, "phone", phone));
    }

    private void upload(String office, String caseId) {
        byte[] content = ("%PDF-1.7\n" + caseId).getBytes(StandardCharsets.US_ASCII);
        String checklist = "/api/document/v1/cases/" + caseId;
        JsonNode lines = stubborn.untilAnswered(key -> {
            ApiResponse answer = api.get("intake." + office, checklist + "/checklist");
            return answer.status() == 404 ? null : answer; // it is opened by an event: retry
        }).expect2xx().path("lines");
        String item = lines.get(0).path("itemId").asString();
        ApiResponse answer = stubborn.untilAnswered(key -> api.upload("intake." + office,
                checklist + "/items/" + item + "/uploads", "papel.pdf", "application/pdf", content, key));
        record("upload", answer, caseId, Map.of("office", office, "item", item));
    }

    private String book(String office, String caseId) {
        Map<String, Object> slot = slot(office, caseId);
        if (slot == null) {
            return null;
        }
        ApiResponse answer = stubborn.untilAnswered(
                key -> api.post("scheduler." + office, "/api/scheduling/v1/appointments", slot, key));
        if (answer.status() == 409) {
            return null; // another client was faster, as intended
        }
        return record("book", answer, caseId,
                Map.of("office", office, "localStart", (String) slot.get("localStart"), "revision", "1"));
    }

    private void move(String office, String caseId, String appointment) {
        Map<String, Object> slot = slot(office, caseId);
        if (slot == null) {
            return;
        }
        Map<String, Object> body = new java.util.HashMap<>(slot);
        body.keySet().removeAll(List.of("caseId", "kind"));
        String path = "/api/scheduling/v1/appointments/" + appointment;
        ApiResponse answer = stubborn.untilAnswered(
                key -> api.postInView("scheduler." + office, path, path + "/reschedule", body, key));
        if (answer.status() != 409) {
            record("move", answer, caseId,
                    Map.of("office", office, "localStart", (String) slot.get("localStart"), "revision", "2"));
        }
    }

    private void correctContact(String office, String caseId) {
        int number = ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        Map<String, Object> body = Map.of("contact", Map.of("phone", "+52664" + number, "email", "q" + number
                + "@example.org"), "consent", Map.of("sms", true, "email", false));
        String path = "/api/intake/v1/cases/" + caseId;
        ApiResponse answer = stubborn.untilAnswered(
                key -> api.postInView("intake." + office, path, path + "/contact", body, key));
        record("contact", answer, caseId, Map.of("office", office, "phone", "+52664" + number));
    }

    /** A random free proposal within the next weeks, as the command that books it; null when there is none. */
    private Map<String, Object> slot(String office, String caseId) {
        LocalDate day = today.plusDays(ThreadLocalRandom.current().nextInt(10, 60));
        ApiResponse answer = stubborn.untilAnswered(key -> {
            ApiResponse slots = api.get("scheduler." + office, "/api/scheduling/v1/slots?caseId=" + caseId + "&office="
                    + office + "&kind=CONSULTATION&language=es&from=" + day.atTime(9, 0) + "&minutes=60");
            return slots.status() == 404 ? null : slots; // scheduling receives the case by an event: retry
        });
        JsonNode items = answer.expect2xx().isArray() ? answer.body() : answer.body().path("items");
        if (items.isEmpty()) {
            return null;
        }
        JsonNode slot = items.get(ThreadLocalRandom.current().nextInt(items.size()));
        return Map.of("caseId", caseId, "kind", "CONSULTATION", "localStart", slot.path("localStart").asString(),
                "minutes", 60, "lawyerId", slot.path("lawyerId").asString(), "roomId",
                slot.path("roomId").asString());
    }

    private String record(String what, ApiResponse answer, String caseId, Map<String, String> facts) {
        JsonNode saved = answer.expect2xx();
        String aggregate = saved.path("aggregate").asString();
        history.add(new AcknowledgedCommand(what, aggregate, caseId == null ? aggregate : caseId,
                saved.path("sequence").asLong(), facts));
        return aggregate;
    }
}
