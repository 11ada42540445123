package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.Channel;
import org.refugio.contracts.NotificationEvent;
import org.refugio.contracts.SchedulingEvent;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Acts that cannot be taken back have a page of their own, which says who is told and asks for a reason. */
@ConsoleTest
class DestructiveActsIT {

    private static final String SAVED = "{\"aggregate\":\"x\",\"version\":1,\"sequence\":0}";

    @LocalServerPort
    int port;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    @Autowired
    MongoDatabase database;

    private PageBrowser browser;

    @BeforeEach
    void oneCase() {
        SampleCase.arrives(records, privacy);
        await().untilAsserted(
                () -> assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("Cita agendada"));
        FakeServices.SHARED.says("GET /v1/opt-outs/c1", "{\"caseId\":\"c1\",\"optedOut\":false,\"since\":null}");
        browser = new PageBrowser(port);
        FakeServices.SHARED.calls().clear();
    }

    @ParameterizedTest
    @CsvSource({"cancel, person-asked", "missed, no-news"})
    void nothingIsSentWithoutAReasonAndTheReasonIsInTheAuditTrail(String act, String reason) {
        String path = "/appointments/a1/" + act;
        String route = "POST /v1" + path;
        FakeServices.SHARED.says(route, SAVED);
        String form = browser.get(path).body().replaceAll("\\s+", " ");
        assertThat(form).contains("TAP-0001 · Marie", "mar 3 mar 2026, 10:00", "<option value=\"\" selected",
                "<option value=\"" + reason + "\">").doesNotContain("??");
        String seen = "key=k-" + act + "&seen=" + encoded(PageBrowser.hidden(form, "seen"));
        var without = browser.post(path, form, seen + "&reason=");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("<a href=\"#reason\">", "Complete este dato");
        assertThat(browser.post(path, form, seen + "&reason=because").statusCode()).isEqualTo(422);
        assertThat(FakeServices.SHARED.calls()).noneMatch(call -> call.startsWith("POST "));
        assertThat(browser.post(path, form, seen + "&reason=" + reason).statusCode()).isEqualTo(200);
        assertThat(FakeServices.SHARED.calls()).contains(route + " Bearer");
        assertThat(audited("POST /appointments/{id}/" + act)).anySatisfy(entry -> {
            assertThat(entry.getString("object")).isEqualTo("a1,reason:" + reason);
            assertThat(entry.getString("office")).isEqualTo("tapachula");
        });
    }

    @Test
    void theCaseHasNoButtonThatCancelsAtOnce() {
        assertThat(browser.get("/cases/c1").body()).contains("href=\"/appointments/a1/cancel\"",
                "href=\"/appointments/a1/missed\"")
                .doesNotContain("action=\"/appointments/a1/cancel\"", "action=\"/appointments/a1/missed\"");
    }

    @Test
    void aCancellationSaysWhetherThePersonIsTold() {
        assertThat(browser.get("/appointments/a1/missed").body()).contains("No se avisa a nadie");
        assertThat(browser.get("/appointments/a1/cancel").body()).as("the day is over").contains("avise usted a Marie");
        LocalDateTime start = LocalDateTime.of(2099, 3, 3, 10, 0);
        records.publish("scheduling", "c1", "a2", 1,
                new SchedulingEvent.AppointmentBooked(new AppointmentDetails("a2", 1, "c1", "tapachula",
                        "CONSULTATION", start, "America/Mexico_City", start.toInstant(ZoneOffset.ofHours(-6)), 60, "ht",
                        "l1", "i1", "r1", "Sala 2", List.of()), "u1", Instant.parse("2026-03-01T13:00:00Z")));
        await().untilAsserted(() -> assertThat(browser.get("/appointments/a2/cancel").body())
                .contains("Marie recibe ahora un mensaje"));
        FakeServices.SHARED.says("GET /v1/opt-outs/c1",
                "{\"caseId\":\"c1\",\"optedOut\":true,\"since\":\"2026-03-02T12:00:00Z\"}");
        assertThat(browser.get("/appointments/a2/cancel").body()).contains("avise usted a Marie")
                .doesNotContain("recibe ahora");
    }

    @Test
    void anOptOutIsSeenOnTheCaseAndInTheListAndEndsOnAPageOfItsOwn() {
        records.publish("notification", "c1", "r1", 1, new NotificationEvent.OptedOut("r1", "c1", "tapachula",
                Channel.SMS, Instant.parse("2026-03-02T12:00:00Z")));
        FakeServices.SHARED.says("GET /v1/opt-outs/c1",
                "{\"caseId\":\"c1\",\"optedOut\":true,\"since\":\"2026-03-02T12:00:00Z\"}");
        String words = "Pidió no recibir mensajes desde el lun 2 mar 2026";
        await().untilAsserted(() -> assertThat(browser.get("/cases").body()).contains(words));
        assertThat(browser.get("/cases/c1").body()).contains(words, "href=\"/cases/c1/opt-out/end\"");
        FakeServices.SHARED.says("POST /v1/opt-outs/c1/end", SAVED);
        String form = browser.get("/cases/c1/opt-out/end").body();
        assertThat(form).contains("también los demás expedientes con el mismo número").doesNotContain("??");
        assertThat(browser.post("/cases/c1/opt-out/end", form, "key=k1&reason=").statusCode()).isEqualTo(422);
        assertThat(FakeServices.SHARED.calls()).doesNotContain("POST /v1/opt-outs/c1/end Bearer");
        browser.post("/cases/c1/opt-out/end", form, "key=k1&reason=asked-by-phone");
        assertThat(FakeServices.SHARED.headers("POST /v1/opt-outs/c1/end")).containsEntry("Idempotency-key",
                List.of("k1"));
        assertThat(audited("POST /cases/{id}/opt-out/end")).extracting(entry -> entry.getString("object"))
                .contains("c1,reason:asked-by-phone");
        FakeServices.SHARED.says("GET /v1/opt-outs/c1", "{\"caseId\":\"c1\",\"optedOut\":false,\"since\":null}");
        assertThat(browser.get("/cases").body()).doesNotContain("Pidió no recibir");
    }

    @Test
    void messagesOfNumbersWithoutACaseAndTheOtherCasesOfANumberAreShown() {
        FakeServices.SHARED.says("GET /v1/answers",
                """
                    {"items":[{"replyId":"r1","caseId":"x1","office":"tapachula","meaning":"CONFIRMS","channel":"SMS",
                    "receivedAt":"2026-03-02T12:00:00Z","otherCases":["c1"]}],"page":0,"more":false}""");
        FakeServices.SHARED.says("GET /v1/unassigned-messages",
                """
                    {"items":[{"messageId":"m1","office":null,"sender":"+529620001111","text":"Bonjou",
                    "receivedAt":"2026-03-02T12:00:00Z"}],"page":0,"more":false}""");
        FakeServices.SHARED.says("POST /v1/unassigned-messages/m1/read", SAVED);
        String page = browser.get("/messages").body();
        assertThat(page).contains("+529620001111", "Bonjou", "a una línea sin oficina", "El mismo número está en",
                "href=\"/cases/c1\"", "TAP-0001");
        browser.post("/unassigned-messages/m1/read", page, "key=k2");
        assertThat(FakeServices.SHARED.headers("POST /v1/unassigned-messages/m1/read"))
                .containsEntry("Idempotency-key", List.of("k2"));
    }

    @Test
    void aGapIsSkippedAsItWasSeenAndWhatWasGivenUpIsListed() {
        FakeServices.SHARED.says("GET /v1/operations/gaps",
                """
                    {"items":[{"producer":"intake","aggregate":"c7","after":3,"next":5,"events":2,
                    "since":"2026-03-02T12:00:00Z"}]}""");
        FakeServices.SHARED.says("GET /v1/operations/discarded",
                """
                    {"items":[{"id":"d1","producer":"intake","aggregate":"c8","from":2,"to":null,"type":null,
                    "reason":"gone for good","by":"u1","at":"2026-03-02T12:00:00Z"}],"page":0,"more":false}""");
        assertThat(browser.get("/operations").body()).contains("aplicado hasta 3, el siguiente es 5");
        String path = "/operations/document/skip";
        String form = browser.get(path + "?producer=intake&aggregate=c7&after=3&next=5").body();
        assertThat(form).contains("name=\"after\" value=\"3\"");
        FakeServices.SHARED.says("POST /v1/operations/gaps/skip", "{\"id\":\"c7\"}");
        String gap = "producer=intake&aggregate=c7&after=3&next=5&key=k";
        assertThat(browser.post(path, form, gap + "&reason=+").statusCode()).isEqualTo(422);
        browser.post(path, form, gap + "&reason=lost+in+March");
        assertThat(FakeServices.SHARED.body("POST /v1/operations/gaps/skip")).contains("\"after\":3", "\"next\":5",
                "\"reason\":\"lost in March\"");
        assertThat(browser.get("/operations/discarded").body()).contains("gone for good", "todos los siguientes");
    }

    @Test
    void anEventIsDiscardedAloneOrWithAllLaterOnes() {
        String path = "/operations/intake/p1/discard";
        FakeServices.SHARED.says("POST /v1/operations/parked/p1/discard", "{\"id\":\"p1\"}");
        String form = browser.get(path).body();
        browser.post(path, form, "key=k&reason=broken");
        assertThat(FakeServices.SHARED.body("POST /v1/operations/parked/p1/discard")).contains("\"allLater\":false");
        browser.post(path, form, "key=k&reason=broken&allLater=true");
        assertThat(FakeServices.SHARED.body("POST /v1/operations/parked/p1/discard")).contains("\"allLater\":true");
    }

    @Test
    void aDenialIsInTheAuditTrail() {
        FakeServices.SHARED.everybodyIs("tapachula:scheduler");
        assertThat(new PageBrowser(port).get("/operations/discarded").statusCode()).isEqualTo(403);
        assertThat(new PageBrowser(port).get("/cases/never-was").statusCode()).isEqualTo(404);
        assertThat(audited("GET /operations/discarded")).extracting(entry -> entry.getString("outcome"))
                .contains("FORBIDDEN");
        assertThat(audited("GET /cases/{id}")).anySatisfy(entry -> {
            assertThat(entry.getString("object")).isEqualTo("never-was");
            assertThat(entry.getString("outcome")).isEqualTo("NOT_THERE");
        });
    }

    private List<Document> audited(String route) {
        return database.getCollection("audit").find(new Document("route", route)).into(new ArrayList<>());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
