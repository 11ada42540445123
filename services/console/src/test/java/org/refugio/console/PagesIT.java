package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.AppointmentKind;
import org.refugio.contracts.ChecklistLine;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.IntakeEvent;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.Records;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleTest
class PagesIT {

    @LocalServerPort
    int port;

    @Autowired
    Records records;

    @Autowired
    Privacy privacy;

    @BeforeEach
    void oneCase() {
        Outside.SHARED.everybodyIs("tapachula:coordinator");
        Outside.SHARED.says("GET /v1/cases",
                """
                    {"items":[{"caseId":"c1","reference":"TAP-0001","office":"tapachula","callName":"Marie",
                    "language":"ht","step":"INITIAL_CONSULTATION","openedAt":"2026-03-01T12:00:00Z"}],"page":0,"more":false}""");
        Outside.SHARED.says("GET /v1/slots", """
            {"items":[{"localStart":"2026-03-04T10:00","lawyerId":"l1","interpreterId":"i1","roomId":"r1",
            "reasons":["earliest"]}]}""");
        Outside.SHARED.says("GET /v1/applicant/appointment", """
            {"office":"tapachula","language":"ht","stands":true,"localStart":"2026-03-03T10:00:00",
            "zone":"America/Mexico_City","minutes":60,"place":"Oficina centro, sala 2","with":"Lic. Soto",
            "interpreter":true,"missing":["photographs"]}""");
        Subject subject = Subject.ofCase("c1");
        privacy.register(subject);
        records.publish("intake", "c1", 1,
                new IntakeEvent.CaseOpened("c1", "tapachula", "TAP-0001", "America/Mexico_City", "ht",
                        privacy.sealJson(subject, new PersonDetails("Marie Jean", "Marie", "HT")),
                        privacy.sealJson(subject, new ContactDetails("+529621234567", null)),
                        new ContactConsent(true, false), LocalDate.of(2026, 2, 27), "v1", "u1",
                        Instant.parse("2026-03-01T12:00:00Z")));
        records.publish("intake", "c1", 2, new IntakeEvent.StepChanged("c1", "tapachula", Step.INITIAL_CONSULTATION,
                StepStatus.IN_PROGRESS, Instant.parse("2026-03-01T12:00:00Z")));
        records.publish("document", "c1", 1, new DocumentEvent.ChecklistOpened("c1", "tapachula", "v1",
                List.of(new ChecklistLine("photographs", "photographs"))));
        records.publish("scheduling", "c1", "a1", 1,
                new SchedulingEvent.AppointmentBooked(new AppointmentDetails("a1", 1, "c1", "tapachula",
                        AppointmentKind.CONSULTATION, LocalDateTime.of(2026, 3, 3, 10, 0), "America/Mexico_City",
                        Instant.parse("2026-03-03T16:00:00Z"), 60, "ht", "l1", "i1", "r1", "Sala 2", List.of()), "u1",
                        Instant.parse("2026-03-01T13:00:00Z")));
        await().untilAsserted(() -> assertThat(new Browser(port).get("/cases/c1").body()).contains("Cita agendada"));
    }

    @Test
    void theCasePageSaysWhoWhereAndWhatIsNext() {
        String page = new Browser(port).get("/cases/c1").body();
        assertThat(page).contains("TAP-0001 · Marie", "mar 3 mar 2026, 10:00 · Tapachula (hora del centro)",
                "Fotografías", "<title>Expediente TAP-0001</title>").doesNotContain("+529621234567", "??");
    }

    @Test
    void theNumberIsShownWhenAskedFor() {
        assertThat(new Browser(port).get("/cases/c1?show=contact").body()).contains("529621234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/today", "/cases", "/cases/new", "/cases/c1", "/cases/c1/book", "/board", "/messages",
            "/operations", "/api", "/cases/c1/record/submission", "/cases/c1/record/decision",
            "/cases/c1/items/photographs/waive", "/appointments/a1/move", "/a/some-link"})
    void everyPageIsWhole(String path) {
        for (String language : List.of("es", "en")) {
            var answer = new Browser(port).get(path + "?lang=" + language);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("lang=\"" + language + "\"").doesNotContain("??");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).doesNotContain("unsafe");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases/c1", "/cases/c1/timeline?seen=0", "/cases/c1/book", "/cases/c1/record/decision",
            "/cases/c1/items/photographs/waive", "/cases/c1/uploads/u1", "/appointments/a1/move",
            "/board?office=tapachula"})
    void anotherOfficesObjectIsNotThere(String path) {
        Outside.SHARED.everybodyIs("tijuana:coordinator");
        assertThat(new Browser(port).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theTimelineIsSentAgainOnlyWhenItHasGrown() {
        Browser browser = new Browser(port);
        browser.get("/cases/c1");
        assertThat(browser.get("/cases/c1/timeline?seen=0").statusCode()).isEqualTo(200);
        assertThat(browser.get("/cases/c1/timeline?seen=3").statusCode()).isEqualTo(204);
    }

    @Test
    void aRoleThatMayNotIsTold() {
        Outside.SHARED.everybodyIs("tapachula:scheduler");
        assertThat(new Browser(port).get("/cases/c1/record/decision").statusCode()).isEqualTo(403);
        assertThat(new Browser(port).get("/operations").statusCode()).isEqualTo(403);
    }

    @Test
    void aCaseIsOpenedWithAPlainForm() {
        Outside.SHARED.says("POST /v1/cases", "{\"aggregate\":\"c1\",\"version\":1,\"sequence\":2}");
        Browser browser = new Browser(port);
        var book = browser.post("/cases/new", browser.get("/cases/new").body(),
                "key=k1&office=tapachula&fullName=Marie+Jean&language=ht&entryDate=2026-02-27&consentGiven=true");
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.body()).contains("Agendar cita", "mié 4 mar 2026, 10:00");
        assertThat(Outside.SHARED.calls()).contains("POST /v1/cases Bearer");
    }

    @Test
    void aRefusalKeepsWhatWasTyped() {
        Browser browser = new Browser(port);
        var form = browser.post("/cases/c1/record/follow-up", browser.get("/cases/c1/record/follow-up").body(),
                "key=k2&startedOn=2026-05-05");
        assertThat(form.body()).contains("2026-05-05").contains("role=\"alert\"");
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        Browser browser = new Browser(port);
        browser.get("/today");
        assertThat(browser.post("/appointments/a1/cancel", "", "key=k3").statusCode()).isEqualTo(403);
    }

    @Test
    void anApplicantsPageOpensWithoutChangingAnythingAndSpeaksCreole() {
        Outside.SHARED.calls().clear();
        String page = new Browser(port).get("/a/some-link?lang=ht").body();
        assertThat(page).contains("madi 3 mas 2026, 10:00", "Mwen bezwen yon lòt lè", "Foto").doesNotContain("<script");
        assertThat(Outside.SHARED.calls()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void theGatewayHandsOnTheCallersBearerAndHidesWhatIsInternal() {
        Browser browser = new Browser(port);
        assertThat(browser.get("/api/intake/v1/cases", "Authorization", "Bearer x").body()).contains("TAP-0001");
        assertThat(Outside.SHARED.calls()).contains("GET /v1/cases Bearer");
        assertThat(browser.get("/api/scheduling/v1/internal/standing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/scheduling/v1/%69nternal/standing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/nobody/v1/cases").statusCode()).isEqualTo(404);
    }
}
