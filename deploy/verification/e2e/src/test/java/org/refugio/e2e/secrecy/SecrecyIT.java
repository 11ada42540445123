package org.refugio.e2e.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.faults.OfficeHours;
import org.refugio.e2e.faults.TrialInstallation;
import org.refugio.testkit.canary.CanaryScan;
import org.refugio.testkit.canary.StoreDump;
import tools.jackson.databind.JsonNode;

/**
 * Personal data is entered into an installation through its public interfaces, and then all its files and responses are
 * searched.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecrecyIT {

    private static final String OFFICE = "tapachula";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String INTAKE = "intake.tapachula";
    private static final String LEGAL = "legal.tapachula";
    private static final String SCHEDULER = "scheduler.tapachula";
    private static final String COORDINATOR = "coordinator.tapachula";

    private static TrialInstallation trial;
    private static ApiClient api;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        trial = TrialInstallation.start("secrecy");
        api = new ApiClient(trial.installation());
        today = OfficeHours.begin(api);
    }

    @AfterAll
    static void stop() {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    @Order(1)
    void theDemoInterpreterSeesTheirOwnAppointmentsAndNoOthers() {
        String caseId = openCase(Map.of("fullName", "Persona Primera", "callName", "Persona", "nationality", "HT"),
                "+52962" + 1000001, "uno@example.org", null);
        List<JsonNode> interpreters = resources("INTERPRETER");
        String own = interpreters.stream().filter(each -> each.path("name").asString().startsWith("Wideline"))
                .findFirst().orElseThrow().path("resourceId").asString();
        String colleague = interpreters.stream().filter(each -> each.path("name").asString().startsWith("Jude"))
                .findFirst().orElseThrow().path("resourceId").asString();
        String mine = book(caseId, own, 20);
        String theirs = book(caseId, colleague, 21);
        String interpreter = "interpreter.tapachula";
        JsonNode seen = api.get(interpreter, "/api/scheduling/v1/appointments?office=" + OFFICE).expect2xx();
        assertThat(seen.path("items").valueStream().map(each -> each.path("appointmentId").asString()))
                .containsExactly(mine);
        assertThat(api.get(interpreter, "/api/scheduling/v1/appointments/" + mine).status()).isEqualTo(200);
        assertThat(api.get(interpreter, "/api/scheduling/v1/appointments/" + theirs).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void noFileOfTheInstallationHoldsPersonalDataInTheClear() throws Exception {
        live();
        Path dump = Files.createDirectories(trial.home().resolve("dump"));
        StoreDump.write(trial.installation().storeUri(), "refugio", dump);
        trial.close();

        CanaryScan.Report room = new CanaryScan(PlantedPerson.ROOM).scan(trial.home());
        assertThat(room.findings()).as("the scan reads the broker's log").anyMatch(in("data/broker"));
        assertThat(room.findings()).as("the scan reads what the store holds").anyMatch(in("dump"));
        assertThat(new CanaryScan(OFFICE).scan(trial.home()).findings())
                .as("the scan reads ids and indexed values, which the store does not encrypt")
                .anyMatch(in("data/store"));

        CanaryScan canaries = new CanaryScan(PlantedPerson.all());
        CanaryScan.Report report = canaries.scan(trial.home());
        System.out.printf("looked through %d files, %d bytes%n", report.files(), report.bytes());
        assertThat(report.findings()).isEmpty();
        assertThat(report.files()).isGreaterThan(100);
        assertThat(report.bytes()).isGreaterThan(1_000_000);

        Path careless = trial.home().resolve("logs").resolve("careless.log");
        Files.writeString(careless, "{\"body\":\"" + Base64.getEncoder()
                .encodeToString(("x" + PlantedPerson.NARRATIVE).getBytes(StandardCharsets.UTF_8)) + "\"}\n");
        assertThat(canaries.scan(trial.home()).findings()).isNotEmpty()
                .allMatch(each -> each.file().equals(careless));
    }

    /** The actions of staff and the person, so that every text has passed through every process that can receive it. */
    private static void live() throws Exception {
        api.post(COORDINATOR, "/api/scheduling/v1/resources",
                Map.of("office", OFFICE, "kind", "ROOM", "roomName", PlantedPerson.ROOM)).expect2xx();
        String interpreter = api.post(COORDINATOR, "/api/scheduling/v1/resources", Map.of("office", OFFICE,
                "kind", "INTERPRETER", "name", PlantedPerson.INTERPRETER, "languages", List.of("ht", "es"))).expect2xx()
                .path("aggregate").asString();
        String caseId = openCase(
                Map.of("fullName", PlantedPerson.FULL_NAME, "callName", PlantedPerson.CALL_NAME, "nationality", "HT"),
                PlantedPerson.PHONE, PlantedPerson.EMAIL, PlantedPerson.NARRATIVE);
        upload(caseId);
        String appointment = book(caseId, interpreter, 9);
        Awaitility.await().atMost(PATIENCE).until(() -> !api
                .carriers("/api/phones/" + PlantedPerson.PHONE.replace("+", "%2B") + "/messages").isEmpty());
        api.answerAsPhone(PlantedPerson.PHONE, PlantedPerson.REPLY);
        api.answerAsPhone(PlantedPerson.PHONE, "1");
        Awaitility.await().atMost(PATIENCE).until(() -> api.get(SCHEDULER, "/api/scheduling/v1/appointments/"
                + appointment).expect2xx().path("answer").asString("").equals("CONFIRMED"));
        String path = "/api/intake/v1/cases/" + caseId;
        api.postInView(LEGAL, path, path + "/submission", Map.of("folio", PlantedPerson.FOLIO, "filedOn",
                today.toString(), "authority", "COMAR"), UUID.randomUUID().toString()).expect2xx();
        look(caseId);
        mistake(caseId);
    }

    private static void upload(String caseId) {
        String checklist = "/api/document/v1/cases/" + caseId;
        Awaitility.await().atMost(PATIENCE)
                .until(() -> api.get(INTAKE, checklist + "/checklist").status() == 200);
        String item = api.get(INTAKE, checklist + "/checklist").expect2xx().path("lines").get(0).path("itemId")
                .asString();
        byte[] content = ("%PDF-1.7\n" + PlantedPerson.DOCUMENT + "\n" + PlantedPerson.FULL_NAME)
                .getBytes(StandardCharsets.UTF_8);
        String line = checklist + "/items/" + item;
        api.upload(INTAKE, line + "/uploads", PlantedPerson.FILE_NAME, "application/pdf", content,
                UUID.randomUUID().toString()).expect2xx();
        JsonNode uploads = api.get(LEGAL, checklist + "/checklist").expect2xx().path("lines").get(0).path("uploads");
        String uploadId = uploads.get(uploads.size() - 1).path("uploadId").asString();
        assertThat(api.bytes(LEGAL, checklist + "/uploads/" + uploadId)).isEqualTo(content);
        api.postInView(LEGAL, checklist + "/checklist", line + "/return",
                Map.of("uploadId", uploadId, "reason", PlantedPerson.RETURN_REASON), UUID.randomUUID().toString())
                .expect2xx();
    }

    /** Reads are included: searches, lists, ledgers. */
    private static void look(String caseId) {
        for (String wanted : List.of("Zuleimara", "9627358164", PlantedPerson.PHONE)) {
            api.post(INTAKE, "/api/intake/v1/cases/search", Map.of("text", wanted, "office", OFFICE, "page", 0))
                    .expect2xx();
        }
        assertThat(api.get(LEGAL, "/api/intake/v1/cases/" + caseId).expect2xx().toString())
                .contains(PlantedPerson.FULL_NAME, PlantedPerson.NARRATIVE, PlantedPerson.FOLIO);
        api.get(LEGAL, "/api/notification/v1/messages?office=tapachula&caseId=" + caseId).expect2xx();
        api.get(SCHEDULER, "/api/notification/v1/answers?office=tapachula").expect2xx();
    }

    /** Refusals must not contain personal data either: an unreadable body, a refused command. */
    private static void mistake(String caseId) {
        assertThat(api.post(INTAKE, "/api/intake/v1/cases", Map.of("office", OFFICE, "person",
                PlantedPerson.FULL_NAME, "contact", Map.of("phone", PlantedPerson.REPLY))).status())
                .isBetween(400, 499);
        String path = "/api/intake/v1/cases/" + caseId;
        assertThat(api.postInView(LEGAL, path, path + "/authority-interview",
                Map.of("localStart", PlantedPerson.NARRATIVE, "place", PlantedPerson.FULL_NAME),
                UUID.randomUUID().toString()).status()).isBetween(400, 499);
        assertThat(api.post(LEGAL, path + "/contact", Map.of(), UUID.randomUUID().toString(),
                "contact=" + PlantedPerson.PHONE.substring(1)).status()).isBetween(400, 499);
        assertThat(api.post(LEGAL, "/api/intake/v1/cases/" + PlantedPerson.EMAIL + "/follow-up",
                Map.of("startedOn", today.toString())).status()).isBetween(400, 499);
    }

    private static String openCase(Map<String, String> person, String phone, String email, String narrative) {
        Map<String, Object> body = new HashMap<>(Map.of("office", OFFICE, "language", "ht", "person", person,
                "contact", Map.of("phone", phone, "email", email), "consent", Map.of("sms", true, "email", true),
                "consentGiven", true, "entryDate", today.minusDays(3).toString()));
        if (narrative != null) {
            body.put("narrative", narrative);
        }
        return api.post(INTAKE, "/api/intake/v1/cases", body).expect2xx().path("aggregate").asString();
    }

    /** On the first working day that many days ahead, at a unique hour. */
    private static String book(String caseId, String interpreter, int days) {
        LocalDate day = today.plusDays(days);
        while (day.getDayOfWeek().getValue() > 5) {
            day = day.plusDays(1);
        }
        LocalDateTime start = day.atTime(LocalTime.of(9 + days % 5, 0));
        Map<String, Object> wish = Map.of("caseId", caseId, "kind", "CONSULTATION", "localStart", start.toString(),
                "minutes", 60, "lawyerId", resources("LAWYER").getFirst().path("resourceId").asString(),
                "interpreterId", interpreter, "roomId", resources("ROOM").getFirst().path("resourceId").asString());
        Awaitility.await().atMost(PATIENCE).until(() -> api.get(SCHEDULER, "/api/scheduling/v1/slots?caseId=" + caseId
                + "&office=tapachula&kind=CONSULTATION&language=ht&from=" + start + "&minutes=60").status() == 200);
        return api.post(SCHEDULER, "/api/scheduling/v1/appointments", wish).expect2xx().path("aggregate").asString();
    }

    private static List<JsonNode> resources(String kind) {
        return api.get(SCHEDULER, "/api/scheduling/v1/resources?office=tapachula").expect2xx().path("items")
                .valueStream().filter(each -> each.path("kind").asString().equals(kind)).toList();
    }

    private static java.util.function.Predicate<CanaryScan.Finding> in(String part) {
        return each -> each.file().startsWith(trial.home().resolve(part));
    }
}
