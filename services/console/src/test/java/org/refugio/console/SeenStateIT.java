package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ChecklistLine;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.IntakeEvent;
import org.refugio.contracts.PersonDetails;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Forms tell what their page showed; after a change in between the page shows the current state and asks again. */
@ConsoleTest
class SeenStateIT {

    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final String BOOKED = "answer=NONE;date=1;status=BOOKED";
    private static final String MOVED = "answer=NONE;date=2;status=BOOKED";
    private static final String SAVED = "{\"aggregate\":\"x\",\"version\":1,\"sequence\":0}";

    @LocalServerPort
    int port;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    private String id;
    private String appointment;
    private PageBrowser browser;

    @BeforeEach
    void aCaseWithAnAppointmentAndAFile() {
        FakeServices.SHARED.everybodyIs("tapachula:coordinator");
        id = "s" + UUID.randomUUID();
        appointment = "a" + id;
        browser = new PageBrowser(port);
        privacy.register(Subject.ofCase(id));
        records.publish("intake", id, 1,
                new IntakeEvent.CaseOpened(id, "tapachula", "TAP-0009", "America/Mexico_City", "ht",
                        privacy.sealJson(Subject.ofCase(id), new PersonDetails("Rose", "Rose", "HT")),
                        contact("+529620000001"), new ContactConsent(true, false), LocalDate.of(2026, 2, 27), "v1",
                        "u1", AT));
        records.publish("document", id, 1,
                new DocumentEvent.ChecklistOpened(id, "tapachula", "v1",
                        List.of(new ChecklistLine("photographs", "photographs"))));
        records.publish("document", id, 2,
                new DocumentEvent.DocumentUploaded(id, "tapachula", "photographs", "u1", 1, 10, "u1", AT));
        records.publish("scheduling", id, appointment, 1,
                new SchedulingEvent.AppointmentBooked(details(1, LocalDateTime.of(2026, 3, 3, 10, 0)), "u1", AT));
        await().untilAsserted(() -> assertThat(get("/cases/" + id)).contains("Cita agendada", "Llegó un archivo"));
    }

    @Test
    void formsCarryWhatTheirPageShowsAlsoAfterEvents() {
        assertThat(seen("/cases/" + id + "/contact")).isEqualTo("contact=0");
        assertThat(seen("/cases/" + id + "/record/submission")).isEqualTo("submission=0");
        assertThat(seen("/appointments/" + appointment + "/move")).isEqualTo(BOOKED);
        assertThat(get("/cases/" + id)).contains("name=\"seen\" value=\"" + BOOKED + "\"",
                "name=\"seen\" value=\"photographs=1.UPLOADED\"", "seen=photographs%3D1.UPLOADED", "uploadId=u1");
        records.publish("intake", id, 2, new IntakeEvent.ContactChanged(id, "tapachula", "ht",
                contact("+529620000002"), new ContactConsent(true, false), AT));
        records.publish("intake", id, 3, new IntakeEvent.SubmissionRecorded(id, "tapachula",
                privacy.seal(Subject.ofCase(id), "F-1"), LocalDate.of(2026, 3, 1), "COMAR", "u1", null));
        records.publish("document", id, 3, new DocumentEvent.DocumentReturned(id, "tapachula", "photographs", "u1",
                privacy.seal(Subject.ofCase(id), "x"), "u1", AT));
        records.publish("scheduling", id, appointment, 2, new SchedulingEvent.AppointmentRescheduled(
                details(2, LocalDateTime.of(2026, 3, 4, 12, 0)), AT, "u1", AT));
        records.publish("scheduling", id, appointment, 3,
                new SchedulingEvent.AppointmentConfirmed(appointment, 2, id, "tapachula", AT));
        await().untilAsserted(() -> {
            assertThat(seen("/cases/" + id + "/contact")).isEqualTo("contact=1");
            assertThat(seen("/cases/" + id + "/record/submission")).isEqualTo("submission=1");
            assertThat(seen("/appointments/" + appointment + "/move"))
                    .isEqualTo("answer=CONFIRMED;date=2;status=BOOKED");
            assertThat(seen("/cases/" + id + "/items/photographs/waive")).isEqualTo("photographs=1.RETURNED");
        });
    }

    @Test
    void anOlderContactFormKeepsWhatWasTypedAndShowsWhatIsStoredNow() {
        String route = "POST /v1/cases/" + id + "/contact";
        FakeServices.SHARED.refuses(route, 412, outdated("contact=1"));
        FakeServices.SHARED.says("GET /v1/cases/" + id, """
            {"language":"es","contact":{"phone":"+529620000003","email":null},"consent":{"sms":false,"email":true}}""");
        String path = "/cases/" + id + "/contact";
        HttpResponse<String> again = browser.post(path, get(path), "key=k&seen=contact%3D0&phone=9620000004");
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("Cambió mientras tanto", "value=\"9620000004\"", "+529620000003",
                "name=\"seen\" value=\"contact=1\"");
        assertThat(ifMatch(route)).isEqualTo("\"contact=0\"");
        FakeServices.SHARED.says(route, SAVED);
        browser.post(path, again.body(), "key=k&seen=contact%3D1&phone=9620000004");
        assertThat(ifMatch(route)).isEqualTo("\"contact=1\"");
    }

    @Test
    void aFactThatAnotherPersonRecordedMeanwhileIsCorrectedWithAReasonInViewOfIt() {
        String route = "POST /v1/cases/" + id + "/submission";
        FakeServices.SHARED.refuses(route, 412, outdated("submission=1"));
        FakeServices.SHARED.says("GET /v1/cases/" + id,
                "{\"submission\":{\"folio\":\"F-77\",\"filedOn\":\"2026-03-01\",\"authority\":\"COMAR\"}}");
        String path = "/cases/" + id + "/record/submission";
        HttpResponse<String> again = browser.post(path, get(path),
                "key=k&seen=submission%3D0&folio=F-78&filedOn=2026-03-02&authority=COMAR");
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("F-77", "dom 1 mar 2026", "value=\"F-78\"", "value=\"2026-03-02\"",
                "name=\"reason\"", "name=\"correction\" value=\"true\"", "name=\"seen\" value=\"submission=1\"");
    }

    @Test
    void aMoveOfAnAppointmentThatWasMovedKeepsTheTypedDate() {
        String route = "POST /v1/appointments/" + appointment + "/reschedule";
        FakeServices.SHARED.refuses(route, 412, outdated(MOVED));
        String path = "/appointments/" + appointment + "/move";
        HttpResponse<String> again = browser.post(path, get(path),
                "key=k&localStart=2026-03-09T11:00&seen=" + encoded(BOOKED));
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("Ahora: otra.", "value=\"2026-03-09T11:00\"",
                "name=\"seen\" value=\"" + MOVED + "\"").doesNotContain("mar 3 mar 2026");
        assertThat(ifMatch(route)).isEqualTo('"' + BOOKED + '"');
        assertThat(FakeServices.SHARED.body(route)).isEqualTo("{\"localStart\":\"2026-03-09T11:00\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "held", "missed", "confirm"})
    void aButtonOfAnOlderPageAsksAgainInViewOfTheCurrentState(String command) {
        String route = "POST /v1/appointments/" + appointment + "/" + command;
        FakeServices.SHARED.refuses(route, 412, outdated(MOVED));
        String path = "/appointments/" + appointment + "/" + command;
        HttpResponse<String> again = browser.post(path, get("/cases/" + id),
                "key=k&seen=" + encoded(BOOKED) + reason(command));
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("Ahora: otra.", "name=\"seen\" value=\"" + MOVED + "\"",
                "action=\"" + path + "\"").doesNotContain("??");
        assertThat(ifMatch(route)).isEqualTo('"' + BOOKED + '"');
        FakeServices.SHARED.says(route, SAVED);
        assertThat(browser.post(path, again.body(), "key=k&seen=" + encoded(MOVED) + reason(command))
                .statusCode()).isEqualTo(200);
        assertThat(ifMatch(route)).isEqualTo('"' + MOVED + '"');
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "return"})
    void aReviewIsAboutTheFileOfThePageAndAsksAgainAboutANewerOne(String verdict) {
        records.publish("document", id, 3,
                new DocumentEvent.DocumentUploaded(id, "tapachula", "photographs", "u2", 2, 10, "u1", AT));
        await().untilAsserted(() -> assertThat(get("/cases/" + id)).contains("photographs=2.UPLOADED"));
        String route = "POST /v1/cases/" + id + "/items/photographs/" + verdict;
        FakeServices.SHARED.refuses(route, 412, outdated("photographs=3.UPLOADED"));
        FakeServices.SHARED.says("GET /v1/cases/" + id + "/checklist", """
            {"lines":[{"itemId":"photographs","uploads":[{"uploadId":"u2","fileVersion":2},
             {"uploadId":"u3","fileVersion":3}]}]}""");
        String path = "/cases/" + id + "/items/photographs/" + verdict;
        HttpResponse<String> again = browser.post(path, get("/cases/" + id),
                "key=k&reason=Borroso&uploadId=u1&seen=photographs%3D1.UPLOADED");
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(FakeServices.SHARED.body(route)).as("the file of the page").contains("\"uploadId\":\"u1\"");
        assertThat(ifMatch(route)).isEqualTo("\"photographs=1.UPLOADED\"");
        assertThat(again.body()).contains("Ahora: otra.", "/cases/" + id + "/uploads/u3", "versión 3",
                "name=\"uploadId\" value=\"u3\"", "name=\"seen\" value=\"photographs=3.UPLOADED\"")
                .doesNotContain("??");
        assertThat(again.body().contains("Borroso")).as("what was typed is kept").isEqualTo(verdict.equals("return"));
    }

    @Test
    void aFormThatDoesNotTellWhatItsPageShowedIsNotTaken() {
        String route = "POST /v1/appointments/" + appointment + "/cancel";
        FakeServices.SHARED.refuses(route, 428, outdated(""));
        HttpResponse<String> refused = browser.post("/appointments/" + appointment + "/cancel", get("/cases/" + id),
                "key=k&seen=%22*%0d%0a" + reason("cancel"));
        assertThat(refused.statusCode()).isEqualTo(428);
        assertThat(FakeServices.SHARED.headers(route)).doesNotContainKey("If-match");
    }

    @Test
    void anApplicantsOldPageShowsTheNewDateAndAsksAgain() {
        applicantSees("2026-03-03T10:00:00", null, "date=1");
        String page = get("/a/link");
        assertThat(page).contains("name=\"seen\" value=\"date=1\"", "value=\"CONFIRMS\"", "value=\"WANTS_CHANGE\"");
        String route = "POST /v1/applicant/answer";
        FakeServices.SHARED.refuses(route, 412, outdated("date=2"));
        applicantSees("2026-03-04T12:00:00", null, "date=2");
        HttpResponse<String> again = browser.post("/a/link?lang=es", page, "key=k1&seen=date%3D1&meaning=CONFIRMS");
        assertThat(again.statusCode()).isEqualTo(412);
        assertThat(again.body()).contains("La cita tiene otra fecha", "4 mar 2026, 12:00",
                "name=\"seen\" value=\"date=2\"", "value=\"CONFIRMS\"").doesNotContain("Su cita está confirmada");
        assertThat(ifMatch(route)).isEqualTo("\"date=1\"");
        assertThat(FakeServices.SHARED.headers(route)).containsEntry("Idempotency-key", List.of("k1"));
    }

    @Test
    void anApplicantsPageShowsTheCurrentAnswerAndOffersTheOther() {
        FakeServices.SHARED.says("POST /v1/applicant/answer", SAVED);
        applicantSees("2026-03-03T10:00:00", "CONFIRMED", "date=1");
        String page = browser.post("/a/link?lang=es", get("/a/link"), "key=k&seen=date%3D1&meaning=CONFIRMS").body();
        assertThat(page).contains("Su cita está confirmada", "value=\"WANTS_CHANGE\"")
                .doesNotContain("value=\"CONFIRMS\"");
        applicantSees("2026-03-03T10:00:00", "WANTS_CHANGE", "date=1");
        assertThat(get("/a/link?lang=es")).contains("value=\"CONFIRMS\"").doesNotContain("value=\"WANTS_CHANGE\"",
                "Su cita está confirmada");
    }

    private static void applicantSees(String start, String answered, String etag) {
        FakeServices.SHARED.says("GET /v1/applicant/appointment", """
            {"office":"tapachula","language":"ht","stands":true,"localStart":"%s","zone":"America/Mexico_City",
            "minutes":60,"place":"Sala 2","with":"Lic. Soto","interpreter":true,"missing":[],"answered":%s,
            "etag":"%s"}""".formatted(start, answered == null ? "null" : '"' + answered + '"', etag));
    }

    private static String outdated(String etag) {
        return """
            {"type":"urn:refugio:problem:changed-meanwhile","title":"Cambió mientras tanto","detail":"Ahora: otra.",
             "etag":"%s"}""".formatted(etag);
    }

    private static String ifMatch(String route) {
        return FakeServices.SHARED.headers(route).get("If-match").getFirst();
    }

    private String get(String path) {
        return browser.get(path).body();
    }

    private String seen(String path) {
        return get(path).replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    private static String reason(String command) {
        return "&reason=" + Map.of("cancel", "person-asked", "missed", "no-news").getOrDefault(command, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private org.refugio.contracts.Sealed contact(String phone) {
        return privacy.sealJson(Subject.ofCase(id), new ContactDetails(phone, null));
    }

    private AppointmentDetails details(int revision, LocalDateTime start) {
        return new AppointmentDetails(appointment, revision, id, "tapachula", "CONSULTATION", start,
                "America/Mexico_City", start.atZone(java.time.ZoneId.of("America/Mexico_City")).toInstant(), 60, "ht",
                "l1", "i1", "r1", "Sala 2", List.of());
    }
}
