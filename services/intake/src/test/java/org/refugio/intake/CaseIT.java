package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.SchedulingEvent.AppointmentBooked;
import org.refugio.contracts.SchedulingEvent.AppointmentHeld;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RefugioTest
class CaseIT {

    /** In the office's zone it may still be the previous day. */
    private static final ZoneId OFFICE = ZoneId.of("America/Mexico_City");

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private EventOperations operations;

    @Test
    void theSameKeyOpensOneCase() {
        String key = UUID.randomUUID().toString();
        String body = CommandBodies.open("Persona Uno", "9621112233");
        TestHttpClient staff = as("tapachula:intake-worker");
        assertThat(staff.post("/v1/cases", body, key)).isEqualTo(staff.post("/v1/cases", body, key));
        assertThat(staff.post("/v1/cases", CommandBodies.open("Persona Dos", "9621112233"), key).status())
                .isEqualTo(422);
    }

    @Test
    void aCaseWithAnEntryBeforeTheYearsOfTheLegalClockIsReadable() {
        TestHttpClient staff = as("tapachula:intake-worker");
        String id = staff.post("/v1/cases", CommandBodies.open("Persona Mayor", "9621112299")
                .replaceAll("\"entryDate\":\"[^\"]*\"", "\"entryDate\":\"1950-03-01\"")).body().path("aggregate")
                .asString();
        TestHttpClient.Reply read = staff.get("/v1/cases/" + id);
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().path("deadlines").get(0).path("rule").asString()).isEqualTo("file-application");
    }

    @Test
    void invalidInputIsRefusedWithItsField() {
        TestHttpClient staff = as("tapachula:intake-worker");
        String good = CommandBodies.open("Persona Tres", "9621112233");
        assertThat(staff.post("/v1/cases", good.replace("\"consentGiven\":true", "\"consentGiven\":false")).status())
                .isEqualTo(422);
        assertThat(staff.post("/v1/cases", good.replace("9621112233", "12")).body().toString()).contains("phone");
        assertThat(staff.post("/v1/cases", good.replaceAll("\"entryDate\":\"[^\"]*\"",
                "\"entryDate\":\"" + LocalDate.now().plusDays(3) + "\"")).body().path("errors").get(0).path("field")
                .asString())
                .isEqualTo("entryDate");
        assertThat(staff.post("/v1/cases", good.replace("\"ht\"", "\"xx\"")).status()).isEqualTo(422);
        String id = staff.post("/v1/cases", good.replace("\"ht\"", "\"miq\"")).body().path("aggregate").asString();
        assertThat(staff.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/contact",
                CommandBodies.contact("9621112233").replace("\"ht\"", "\"xx\"")).body().toString())
                .contains("language");
        assertThat(as("tapachula:auditor").post("/v1/cases", good).status()).isEqualTo(403);
        assertThat(as("tijuana:intake-worker").post("/v1/cases", good).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"1234567, contact.phone, Nadie puede tener", "562 555 0147, contact.phone, código del país",
            "maria@example, contact.email, dirección de correo completa",
            "josé@example.org, contact.email, servidor de correo"})
    void anAddressThatNoMessageWouldReachIsRefusedWithItsReason(String written, String field, String reason) {
        TestHttpClient staff = as("tapachula:intake-worker");
        String american = CommandBodies.open("Persona Seis", "9621112266").replace("\"HT\"", "\"US\"");
        String id = staff.post("/v1/cases", american).body().path("aggregate").asString();
        boolean phone = field.endsWith("phone");
        for (TestHttpClient.Reply refused : List.of(
                staff.post("/v1/cases", american.replace(phone ? "9621112266" : "canary@example.org", written)),
                staff.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/contact", phone
                        ? CommandBodies.contact(written)
                        : CommandBodies.contact("9621112266").replace("\"email\":null",
                                "\"email\":\"" + written + "\"")))) {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
            assertThat(refused.body().path("detail").asString()).contains(reason).doesNotContain(written);
        }
    }

    @ParameterizedTest
    @CsvSource({"entryDate, 20000", "entryDate, '\"2026-02-30\"'", "entryDate, '\"1850-01-01\"'", "consentGiven, -1",
            "language, 7", "narrative, true"})
    void aValueOfAnotherTypeIsRefusedAndNotConverted(String field, String value) {
        String body = CommandBodies.open("Persona Doce", "9621112255").replaceAll(
                "\"" + field + "\":(\"[^\"]*\"|true)", "\"" + field + "\":" + value);
        TestHttpClient.Reply reply = as("tapachula:intake-worker").post("/v1/cases", body);
        assertThat(reply.status()).as(body).isEqualTo(400);
        assertThat(reply.body().path("errors").get(0).path("field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b\u2060", "\u3164", "\u202e"})
    void aNameOfInvisibleCharactersIsNoName(String name) {
        TestHttpClient.Reply reply = as("tapachula:intake-worker").post("/v1/cases",
                CommandBodies.open(name, "9621112255"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().path("errors").get(0).path("field").asString()).isEqualTo("person.fullName");
    }

    @Test
    void anInterviewCannotBeAtATimeThatTheClocksSkipAndARepeatedOneIsTheFirst() {
        TestHttpClient legal = as("tijuana:legal-officer");
        String path = "/v1/cases/" + legal.post("/v1/cases",
                CommandBodies.open("Persona Once", "6641112255").replace("tapachula", "tijuana")).body()
                .path("aggregate").asString();
        legal.seeingNow(path).post(path + "/submission", CommandBodies.submission("F-13"));
        TestHttpClient.Reply skipped = legal.seeingNow(path).post(path + "/authority-interview",
                "{\"localStart\":\"2027-03-14T02:30\",\"place\":\"a\"}");
        assertThat(rule(skipped)).isEqualTo("422 date-not-possible");
        assertThat(skipped.body().path("errors").get(0).path("field").asString()).isEqualTo("localStart");
        assertThat(legal.seeingNow(path).post(path + "/authority-interview",
                "{\"localStart\":\"2027-11-07T01:30\",\"place\":\"a\"}").status()).isEqualTo(200);
        JsonNode interview = legal.get(path).body().path("interview");
        assertThat(interview.path("start").asString()).isEqualTo("2027-11-07T08:30:00Z");
        assertThat(interview.path("repeatedHour").asBoolean()).isTrue();
    }

    @Test
    void theStepsMoveOnFactsAndOnEventsOfOtherServices() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String id = legal.post("/v1/cases", CommandBodies.open("Persona Cuatro", "9621112244")).body().path("aggregate")
                .asString();
        String today = LocalDate.now(OFFICE).toString();
        topics.publish("scheduling", id, "app1" + id, 1,
                new AppointmentBooked(appointment(id), "someone", Instant.now()));
        topics.publish("scheduling", id, "app1" + id, 2, new AppointmentHeld("app1" + id, 1, id, "tapachula",
                "CONSULTATION", Instant.now()));
        topics.publish("document", id, id, 1, new ChecklistCompleted(id, "tapachula", Instant.now()));
        assertThat(legal.seeingNow("/v1/cases/" + id)
                .post("/v1/cases/" + id + "/follow-up", "{\"startedOn\":\"" + today + "\"}").status())
                .isEqualTo(409);
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/submission",
                "{\"folio\":\"F-77\",\"filedOn\":\"" + today + "\",\"authority\":\"COMAR\"}");
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/authority-interview",
                "{\"localStart\":\"2027-01-12T09:00\",\"place\":\"ventanilla 4\"}");
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/interview-attended",
                "{\"attendedOn\":\"" + today + "\"}");
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/decision",
                "{\"outcome\":\"RECOGNISED\",\"notifiedOn\":\"" + today + "\"}");
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/follow-up", "{\"startedOn\":\"" + today + "\"}");
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(statuses(legal.get("/v1/cases/" + id))).containsExactly("DONE", "DONE", "DONE",
                        "NOT_STARTED", "DONE", "DONE", "IN_PROGRESS"));
        TestHttpClient.Reply read = legal.get("/v1/cases/" + id);
        assertThat(read.body().path("submission").path("folio").asString()).isEqualTo("F-77");
        assertThat(read.body().path("interview").path("start").asString()).isEqualTo("2027-01-12T15:00:00Z");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(topics.read("intake")).filteredOn(
                each -> id.equals(each.aggregate())).extracting(TopicRecords.Found::type)
                .contains("intake.case-opened.v1",
                        "intake.submission-recorded.v1", "intake.authority-interview-set.v1",
                        "intake.interview-attended.v1", "intake.decision-recorded.v1", "intake.follow-up-started.v1",
                        "intake.step-changed.v1"));
    }

    @Test
    void lateRepeatedAndReorderedEventsMoveAStepOnceAndNeverBack() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String id = legal.post("/v1/cases", CommandBodies.open("Persona Cinco", "9621112266")).body().path("aggregate")
                .asString();
        String app = "app1" + id;
        AppointmentHeld held = new AppointmentHeld(app, 1, id, "tapachula", "CONSULTATION",
                Instant.now());
        AppointmentBooked booked = new AppointmentBooked(appointment(id), "someone", Instant.now());
        topics.publish("scheduling", id, app, 2, held);
        topics.publish("scheduling", id, app, 2, held);
        topics.publish("scheduling", id, app, 1, booked);
        topics.publish("scheduling", id, app, 1, booked);
        topics.publish("scheduling", id, app, 2, held);
        topics.publish("scheduling", id, "app2" + id, 1, booked);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(statuses(legal.get("/v1/cases/" + id)).getFirst()).isEqualTo("DONE"));
        topics.publish("document", id, id, 1, new ChecklistCompleted(id, "tapachula", Instant.now()));
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(statuses(legal.get("/v1/cases/" + id)).get(1)).isEqualTo("DONE"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(stepsPublished(id)).containsExactly("IN_PROGRESS",
                "DONE"));
        assertThat(statuses(legal.get("/v1/cases/" + id)).getFirst()).isEqualTo("DONE");
        assertThat(operations.backlog().parked()).isZero();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog().waiting()).isZero());
    }

    @Test
    void theInterviewCanBeMovedAfterTheDecisionAndTheHistoryKeepsTheOldDate() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String id = legal.post("/v1/cases", CommandBodies.open("Persona Seis", "9621112277")).body().path("aggregate")
                .asString();
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/submission", CommandBodies.submission("F-6"));
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/decision", CommandBodies.decision());
        assertThat(legal.seeingNow("/v1/cases/" + id)
                .post("/v1/cases/" + id + "/authority-interview", CommandBodies.interview("a")).status())
                .isEqualTo(200);
        assertThat(legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/authority-interview",
                CommandBodies.interview("b").replace("2027-01-12", "2027-02-01")).status()).isEqualTo(200);
        TestHttpClient.Reply read = legal.get("/v1/cases/" + id);
        assertThat(read.body().path("interview").path("localStart").asString()).startsWith("2027-02-01");
        assertThat(read.body().path("history").valueStream().map(each -> each.path("action").asString() + " "
                + each.path("day").asString("")).toList()).contains("SET_INTERVIEW 2027-01-12",
                        "SET_INTERVIEW 2027-02-01");
    }

    @Test
    void factsInTheWrongOrderAreRefusedByTheirRule() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String path = "/v1/cases/" + legal.post("/v1/cases", CommandBodies.open("Persona Ocho", "9621112299")).body()
                .path("aggregate").asString();
        assertThat(rule(legal.seeingNow(path).post(path + "/authority-interview", CommandBodies.interview("a"))))
                .isEqualTo("409 submission-not-recorded");
        assertThat(rule(legal.seeingNow(path).post(path + "/interview-attended", CommandBodies.attended())))
                .isEqualTo("409 submission-not-recorded");
        assertThat(rule(legal.seeingNow(path).post(path + "/decision", CommandBodies.decision())))
                .isEqualTo("409 submission-not-recorded");
        legal.seeingNow(path).post(path + "/submission", CommandBodies.submission("F-9"));
        assertThat(rule(legal.seeingNow(path).post(path + "/follow-up", CommandBodies.followUp())))
                .isEqualTo("409 decision-not-recorded");
        assertThat(legal.seeingNow(path).post(path + "/decision", CommandBodies.decision()).status())
                .as("a decision without a known interview").isEqualTo(200);
        assertThat(legal.seeingNow(path).post(path + "/interview-attended", CommandBodies.attended()).status())
                .as("attendance without a known date").isEqualTo(200);
    }

    @Test
    void aFactIsReplacedOnlyByACorrectionThatTheHistoryAndTheEventShow() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String id = legal.post("/v1/cases", CommandBodies.open("Persona Nueve", "9621112300")).body()
                .path("aggregate").asString();
        String path = "/v1/cases/" + id;
        legal.seeingNow(path).post(path + "/submission", CommandBodies.submission("F-10"));
        TestHttpClient.Reply second = legal.seeingNow(path).post(path + "/submission",
                CommandBodies.submission("F-11"));
        assertThat(rule(second)).isEqualTo("409 already-recorded");
        assertThat(second.body().path("recordedOn").asString()).isEqualTo(LocalDate.now().minusDays(1).toString());
        assertThat(second.body().toString()).doesNotContain("F-10");
        assertThat(legal.get(path).body().path("submission").path("folio").asString()).isEqualTo("F-10");
        assertThat(rule(
                legal.seeingNow(path).post(path + "/submission", corrected(CommandBodies.submission("F-11"), " "))))
                .isEqualTo("422 not-usable");
        assertThat(legal.seeingNow(path)
                .post(path + "/submission", corrected(CommandBodies.submission("F-11"), "Dedazo")).status())
                .isEqualTo(200);
        TestHttpClient.Reply read = legal.get(path);
        assertThat(read.body().path("submission").path("folio").asString()).isEqualTo("F-11");
        assertThat(read.body().path("history").valueStream().map(each -> each.path("action").asString() + " "
                + each.path("correction").asBoolean() + " " + each.path("correctionReason").asString("-")).toList())
                .containsExactly("OPEN_CASE false -", "RECORD_SUBMISSION false -", "RECORD_SUBMISSION true Dedazo");
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(topics.read("intake"))
                .filteredOn(each -> id.equals(each.aggregate()) && each.type().contains("submission-recorded"))
                .extracting(each -> each.value().contains("correctionReason")).containsExactly(false, true));
    }

    @Test
    void anAttendanceCanBeRecordedAgainAfterANewInterviewDate() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String path = "/v1/cases/" + legal.post("/v1/cases", CommandBodies.open("Persona Diez", "9621112311")).body()
                .path("aggregate").asString();
        legal.seeingNow(path).post(path + "/submission", CommandBodies.submission("F-12"));
        legal.seeingNow(path).post(path + "/interview-attended", CommandBodies.attended());
        assertThat(rule(legal.seeingNow(path).post(path + "/interview-attended", CommandBodies.attended())))
                .isEqualTo("409 already-recorded");
        legal.seeingNow(path).post(path + "/authority-interview", "{\"localStart\":\"%sT09:00\",\"place\":\"a\"}"
                .formatted(LocalDate.now().plusDays(1)));
        assertThat(legal.seeingNow(path).post(path + "/interview-attended", CommandBodies.attended()).status())
                .isEqualTo(200);
    }

    @Test
    void queuesSelectCasesAndAnUnknownQueueIsRefused() {
        TestHttpClient legal = as("tapachula:legal-officer");
        String id = legal.post("/v1/cases", CommandBodies.open("Persona Siete", "9621112288")).body().path("aggregate")
                .asString();
        assertThat(ids(legal.get("/v1/cases?queue=new"))).contains(id);
        assertThat(ids(legal.get("/v1/cases?queue=missing-documents"))).contains(id);
        assertThat(ids(legal.get("/v1/cases?queue=mine"))).contains(id);
        assertThat(ids(legal.get("/v1/cases?queue=waiting-decision"))).doesNotContain(id);
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/submission", CommandBodies.submission("F-8"));
        assertThat(ids(legal.get("/v1/cases?queue=waiting-decision"))).contains(id);
        assertThat(legal.get("/v1/cases?queue=whatever").status()).isEqualTo(422);
        assertThat(legal.get("/v1/cases?page=1000000").body().path("items")).isEmpty();
        assertThat(rule(legal.get("/v1/cases?page=1000001"))).isEqualTo("422 not-valid");
    }

    private static String rule(TestHttpClient.Reply reply) {
        String type = reply.body().path("type").asString();
        return reply.status() + " " + type.substring(type.lastIndexOf(':') + 1);
    }

    private static String corrected(String body, String reason) {
        return body.substring(0, body.length() - 1) + ",\"correction\":true,\"reason\":\"%s\"}".formatted(reason);
    }

    private TestHttpClient as(String... memberships) {
        return TestHttpClient.as(port, memberships);
    }

    private List<String> stepsPublished(String id) {
        return topics.read("intake").stream()
                .filter(each -> id.equals(each.aggregate()) && each.value().contains("INITIAL_CONSULTATION"))
                .map(each -> each.value().contains("DONE") ? "DONE" : "IN_PROGRESS").toList();
    }

    private static List<String> ids(TestHttpClient.Reply reply) {
        return reply.body().path("items").valueStream().map(each -> each.path("caseId").asString()).toList();
    }

    private static List<String> statuses(TestHttpClient.Reply reply) {
        return reply.body().path("steps").valueStream().map(each -> each.path("status").asString()).toList();
    }

    private static AppointmentDetails appointment(String caseId) {
        return new AppointmentDetails("app1" + caseId, 1, caseId, "tapachula", "CONSULTATION",
                LocalDateTime.of(2027, 1, 4, 10, 0), "America/Mexico_City", Instant.parse("2027-01-04T16:00:00Z"), 60,
                "ht", "l1", "i1", "r1", "oficina", List.of());
    }
}
