package org.refugio.e2e.browser;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.Installation;
import org.refugio.e2e.UnexpectedResult;
import org.refugio.e2e.demo.DemoReport;
import org.refugio.e2e.demo.DemoScenario;
import tools.jackson.databind.JsonNode;

/**
 * Sample data of an office: one case that reached the last step, and one in each language with an appointment today.
 *
 * @param api for more of them
 * @param finished the path of the case that reached follow-up
 * @param waiting ids of the cases that wait for their consultation
 * @param link the path of an applicant's page
 */
record SampleData(ApiClient api, String finished, List<String> waiting, String appointment, String link) {

    private static final AtomicInteger SAMPLES = new AtomicInteger();
    private static final ZoneId ZONE = ZoneId.of("America/Mexico_City");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> NAMES = Map.of("es",
            "María de los Ángeles Guadalupe Hernández-Villavicencio de la Santísima Trinidad", "ht",
            "Jean-Baptiste Wilky Desrosiers", "en", "Oluwaseun Adebayo-Williams", "fr", "Fatoumata Camara", "pt",
            "João da Conceição");

    static SampleData made(Installation at) {
        ApiClient api = new ApiClient(at);
        DemoScenario story = new DemoScenario(api, at);
        DemoReport silent = new DemoReport(true, new PrintStream(OutputStream.nullOutputStream()));
        if (!story.tell(silent)) {
            throw new UnexpectedResult("the demonstration went wrong: run ./refugio demo");
        }
        List<String> waiting = new ArrayList<>();
        LocalDateTime last = null;
        String phone = null;
        String appointment = null;
        for (String language : List.of("es", "en", "fr", "pt", "ht")) {
            phone = "+52962" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
            String id = opened(api, language, phone);
            waiting.add(id);
            JsonNode slot = slot(api, id, language);
            last = LocalDateTime.parse(slot.path("localStart").asString());
            appointment = booked(api, id, slot);
        }
        api.post("coordinator.tapachula", "/api/intake/v1/clock",
                Map.of("to", last.toLocalDate().atTime(8, 30).atZone(ZONE).toInstant().toString())).expect2xx();
        return new SampleData(api, story.caseUrl().substring(at.publicUrl().length()), waiting, appointment,
                linkSentTo(api, phone));
    }

    /** A case for one test of a form. */
    FormSample forOneForm(boolean booked) {
        String phone = "+52962" + ThreadLocalRandom.current().nextInt(1_000_000, 10_000_000);
        String id = opened(api, "es", phone);
        JsonNode slot = slot(api, id, "es");
        LocalDateTime start = LocalDateTime.parse(slot.path("localStart").asString());
        String appointment = booked ? booked(api, id, slot) : null;
        String random = ThreadLocalRandom.current().ints(12, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        Awaitility.await().atMost(PATIENCE).until(() -> api
                .get("coordinator.tapachula", "/api/document/v1/cases/" + id + "/checklist").status() == 200);
        return new FormSample(api, id, appointment, random, start,
                start.plusWeeks(3L + SAMPLES.incrementAndGet()),
                part(api, "/api/intake/v1/cases/" + id, "contact"),
                booked ? part(api, "/api/scheduling/v1/appointments/" + appointment, "date") : 0);
    }

    private static long part(ApiClient api, String resource, String part) {
        return FormSample.part(
                api.get("coordinator.tapachula", resource).expect2xx().path("etag").asString(), part);
    }

    private static String opened(ApiClient api, String language, String phone) {
        return api.post("intake.tapachula", "/api/intake/v1/cases",
                Map.of("office", "tapachula", "language", language, "person",
                        Map.of("fullName", NAMES.get(language), "nationality", "HT"), "contact",
                        Map.of("phone", phone, "email", mailbox(phone)),
                        "consent", Map.of("sms", true, "email", true), "consentGiven", true, "entryDate",
                        now(api).minusDays(4).toLocalDate().toString()))
                .expect2xx().path("aggregate").asString();
    }

    private static JsonNode slot(ApiClient api, String id, String language) {
        JsonNode[] found = new JsonNode[1];
        Awaitility.await().atMost(PATIENCE).ignoreException(UnexpectedResult.class).until(() -> {
            found[0] = api.get("scheduler.tapachula", "/api/scheduling/v1/slots?caseId=" + id
                    + "&office=tapachula&kind=CONSULTATION&minutes=60&language=" + language + "&from="
                    + now(api).toLocalDate().plusDays(1).atTime(9, 0)).expect2xx().path("items").path(0);
            return !found[0].isMissingNode();
        });
        return found[0];
    }

    private static String booked(ApiClient api, String id, JsonNode slot) {
        Map<String, Object> command = new java.util.HashMap<>(
                Map.of("caseId", id, "kind", "CONSULTATION", "minutes", 60));
        for (String name : List.of("localStart", "lawyerId", "interpreterId", "roomId")) {
            if (slot.path(name).isString()) {
                command.put(name, slot.path(name).asString());
            }
        }
        return api.post("scheduler.tapachula", "/api/scheduling/v1/appointments", command).expect2xx()
                .path("aggregate").asString();
    }

    private static String mailbox(String phone) {
        return "person" + phone.substring(1) + "@example.org";
    }

    private static String linkSentTo(ApiClient api, String phone) {
        String[] link = new String[1];
        Awaitility.await().atMost(PATIENCE).until(() -> {
            String all = api.carriers("/api/mailboxes/" + mailbox(phone) + "/messages").toString();
            int start = all.indexOf("/a/");
            if (start < 0) {
                return false;
            }
            link[0] = all.substring(start).split("[^A-Za-z0-9/_.~-]")[0];
            return true;
        });
        return link[0];
    }

    private static LocalDateTime now(ApiClient api) {
        return LocalDateTime.ofInstant(Instant.parse(
                api.get("legal.tapachula", "/api/intake/v1/clock").expect2xx().path("now").asString()), ZONE);
    }
}
