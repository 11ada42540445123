package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.IntakeEvent;
import org.refugio.contracts.PersonDetails;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no page and no form of the console sends. */
@ConsoleTest
class InvalidRequestsIT {

    @LocalServerPort
    int port;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    @BeforeEach
    void oneCase() {
        FakeServices.SHARED.everybodyIs("tapachula:coordinator");
        SampleCase.arrives(records, privacy);
        await().untilAsserted(
                () -> assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("Cita agendada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases?page=abc", "/cases?page=1.0", "/messages?page=0x1", "/messages?page=-1",
            "/cases?page=1000001", "/cases/c1?history=-1", "/today?x=%FF",
            "/board?day=2026-2-3", "/board?day=2026-02-03Z", "/cases/c1/timeline?seen=x",
            "/cases/c1/timeline", "/cases;x=1", "/cases/%00"})
    void aPageWithParametersThatCannotBeReadIsTheErrorPage(String path) {
        for (String language : List.of("es", "en")) {
            var answer = new PageBrowser(port).get(path, "Accept-Language", language);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
            assertThat(answer.body()).contains("lang=\"" + language + "\"", "href=\"/\"").doesNotContain("??", "Tomcat",
                    "Exception");
        }
    }

    @Test
    void aLongAddressIsReadAndRefusedInWords() {
        PageBrowser browser = new PageBrowser(port);
        String tooLongToReturnTo = "/cases?page=" + "x".repeat(40_000);
        browser.get(tooLongToReturnTo); // signs in; the address is too long to return to
        var answer = browser.get(tooLongToReturnTo);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("href=\"/\"");
    }

    @Test
    void anAddressThatCannotBeReadIsNoReasonToSignInOrToFail() throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/today?x=%FF")).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({"x\0.pdf, application/pdf, %PDF-1.7", "foto.pdf, multipart/mixed; boundary=x, %PDF-1.7",
            "foto.pdf, multipart/mixed, %PDF-1.7", "foto.pdf, a/b/c, %PDF-1.7", "../../etc, */*, %PDF-1.7"})
    void aFileWithAnUnusualNameOrTypeIsStoredOrAskedForAgain(String name, String type, String content) {
        PageBrowser browser = new PageBrowser(port);
        String form = browser.get("/cases/c1").body();
        assertThat(browser.upload("/cases/c1/items/photographs/uploads", form, name, type, content).statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk1\r\n",
            "--b\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk1\r\n--b\r\nContent-Disposition: form-data",
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7"})
    void aCutUploadIsTheErrorPage(String body) {
        PageBrowser browser = new PageBrowser(port);
        String form = browser.get("/cases/c1").body();
        HttpResponse<String> page = browser.multipart("/cases/c1/items/photographs/uploads", form, body);
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("href=\"/cases/c1\"");
    }

    @Test
    void aFormThatCannotBeReadIsTheErrorPage() {
        PageBrowser browser = new PageBrowser(port);
        String form = browser.get("/cases/new").body();
        assertThat(browser.post("/cases/new", form, "key=k&fullName=%FF").statusCode()).isEqualTo(400);
        assertThat(browser.post("/cases/new", form, "key=%0A%C3%B1&fullName=a").statusCode()).isEqualTo(400);
        assertThat(browser.post("/cases/c1/items/photographs/uploads", form, "file=a").statusCode()).isEqualTo(400);
    }

    @Test
    void aFormWithAValueThatNoPageSendsIsTheErrorPage() {
        assertThat(new PageBrowser(port).post("/a/some-link", "", "meaning=%7Bx%7D").statusCode()).isEqualTo(400);
    }

    @Test
    void aLinkThatIsNoneHasExpired() {
        assertThat(new PageBrowser(port).get("/a/%E6%BC%A2").statusCode()).isEqualTo(410);
    }

    @Test
    void theGatewayRefusesFormsAndBodiesThatNoServiceAccepts() throws Exception {
        FakeServices.SHARED.calls().clear();
        String path = "/api/document/v1/cases/c1/items/photographs/uploads";
        HttpResponse<String> form = send(path, "application/x-www-form-urlencoded", "%PDF-1.7 %FF".getBytes());
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.body()).contains("urn:refugio:problem:unsupported-media-type");
        assertThat(FakeServices.SHARED.calls()).isEmpty();
        HttpResponse<String> large = send(path, "application/pdf", new byte[35 * 1024 * 1024]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(large.body()).contains("urn:refugio:problem:too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "application/", "a/b/c", "application/json;charset=", ";"})
    void theGatewayPassesOnATypeThatIsNone(String type) throws Exception {
        FakeServices.SHARED.calls().clear();
        HttpResponse<String> answer = send("/api/intake/v1/cases/c1/contact", type, "{}".getBytes());
        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(FakeServices.SHARED.calls()).hasSize(1);
    }

    /** Announced, and then without a byte, as a client sends an empty file that it streams. */
    @Test
    void theGatewayPassesOnAnEmptyBody() throws Exception {
        FakeServices.SHARED.calls().clear();
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = send("/api/document/v1/cases/c1/items/photographs/uploads",
                    "application/pdf", HttpRequest.BodyPublishers.ofInputStream(InputStream::nullInputStream));
            assertThat(answer.statusCode()).isLessThan(500);
        }
        assertThat(FakeServices.SHARED.calls()).as("the service answers each").hasSize(20);
    }

    @Test
    void theHistoryOfACaseIsPagedNewestFirstAndGrowsHoweverLongItIs() {
        privacy.register(Subject.ofCase("c9"));
        Instant begin = Instant.parse("2026-03-01T12:00:00Z");
        records.publish("intake", "c9", 1, new IntakeEvent.CaseOpened("c9", "tapachula", "TAP-0009",
                "America/Mexico_City", "es",
                privacy.sealJson(Subject.ofCase("c9"), new PersonDetails("Ana", "Ana", "HN")),
                privacy.sealJson(Subject.ofCase("c9"), new ContactDetails(null, null)),
                new ContactConsent(false, false),
                LocalDate.of(2026, 2, 27), "v1", "u1", begin));
        for (int i = 2; i <= 321; i++) {
            records.publish("intake", "c9", i, new IntakeEvent.ContactChanged("c9", "tapachula", "es",
                    privacy.sealJson(Subject.ofCase("c9"), new ContactDetails(null, null)),
                    new ContactConsent(false, false), begin.plusSeconds(60L * i)));
        }
        PageBrowser browser = new PageBrowser(port);
        await().untilAsserted(() -> assertThat(browser.get("/cases/c9").body()).contains("seen=321"));
        assertThat(entries(browser.get("/cases/c9").body())).hasSize(100).first().asString()
                .contains("11:21");
        assertThat(browser.get("/cases/c9/timeline?seen=321").statusCode()).isEqualTo(204);
        assertThat(browser.get("/cases/c9/timeline?seen=320").body()).contains("seen=321", "history=1");
        assertThat(browser.get("/cases/c9?history=1").body()).contains("history=0", "history=2")
                .doesNotContain("seen=");
        assertThat(entries(browser.get("/cases/c9?history=3").body())).hasSize(21).last().asString().contains("6:00");
    }

    private static List<String> entries(String page) {
        String timeline = page.substring(page.indexOf("id=\"timeline\""));
        return Pattern.compile("(?s)<li[^>]*>.*?</li>").matcher(timeline).results().map(MatchResult::group).toList();
    }

    private HttpResponse<String> send(String path, String type, byte[] body) throws Exception {
        return send(path, type, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> send(String path, String type, HttpRequest.BodyPublisher body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .header("Content-Type", type).header("Authorization", "Bearer x").header("Idempotency-Key", "k")
                    .POST(body).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
