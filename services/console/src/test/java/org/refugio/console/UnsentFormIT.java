package org.refugio.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.access.web.admission.AdmissionLimit;
import org.refugio.access.web.admission.RequestShare;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What was typed comes back when it could not be sent. */
@ConsoleTest
class UnsentFormIT {

    private static final String CONTACT = "POST /v1/cases/c1/contact";

    @LocalServerPort
    int port;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    @Autowired
    AdmissionLimit limit;

    PageBrowser browser;

    @BeforeEach
    void oneCase() {
        FakeServices.SHARED.everybodyIs("tapachula:coordinator", "tapachula:intake", "tapachula:legal");
        SampleCase.arrives(records, privacy);
        browser = new PageBrowser(port);
        await().untilAsserted(() -> assertThat(browser.get("/cases/c1").body()).contains("Cita agendada"));
    }

    @ParameterizedTest
    @CsvSource({"/cases/new, fullName", "/cases/c1/contact, phone", "/cases/c1/record/submission, folio",
            "/cases/c1/items/photographs/waive, reason", "/appointments/a1/move, localStart",
            "/cases/c1/book, localStart"})
    void aFormComesBackFilledAfterTheSignInAndNothingIsSent(String page, String field) {
        String form = browser.get(page).body();
        browser.endSession();
        int before = FakeServices.SHARED.calls().size();
        HttpResponse<String> again = browser.post(page, form,
                origin(form) + "&key=k-typed&" + field + "=2027-05-03T11:00");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.uri().getPath()).isEqualTo(page);
        assertThat(again.body()).contains("Su sesión había terminado", "value=\"k-typed\"").containsPattern(
                "name=\"" + field + "\"[^<]*(value=\"2027-05-03T11:00\"|>2027-05-03T11:00)");
        assertThat(FakeServices.SHARED.calls().subList(before, FakeServices.SHARED.calls().size()))
                .noneMatch(each -> each.startsWith("POST"));
        browser.post(page, again.body(), origin(again.body()) + "&key=k-typed&" + field + "=2027-05-03T11:00");
        assertThat(browser.get(page).body()).as("it was carried out").doesNotContain("Su sesión había terminado");
    }

    /** A tab that refreshes by itself, and signs in again while the other tab is at the identity provider. */
    @Test
    void twoTabsThatSignInAtTheSameTimeDoNotDisturbEachOther() {
        String form = browser.get("/cases/new").body();
        browser.endSession();
        String tab = browser.untilIdentityProvider("/cases/new", form, origin(form) + "&key=k-typed&fullName=Marie");
        browser.endSession();
        assertThat(browser.get("/cases/c1").uri().getPath()).isEqualTo("/cases/c1");
        HttpResponse<String> page = browser.goOn(tab);
        assertThat(page.uri().getPath()).isEqualTo("/cases/new");
        assertThat(page.body()).contains("value=\"Marie\"", "value=\"k-typed\"", "Su sesión había terminado");
    }

    /** A link with the answer of the identity provider to somebody else signs nobody in. */
    @Test
    void anAttemptOfAnotherBrowserSignsNobodyIn() {
        String form = browser.get("/cases/new").body();
        browser.endSession();
        String callback = browser.redirect(
                browser.untilIdentityProvider("/cases/new", form, origin(form) + "&key=k1&fullName=Marie"));
        assertThat(new PageBrowser(port).redirect(callback)).as("it begins a sign-in of its own")
                .startsWith("/oauth2/authorization/refugio");
        assertThat(browser.redirect(callback)).isEqualTo("/cases/new");
    }

    /** A script of the page asks for matches and saves a draft while the person types. */
    @Test
    void whatWasTypedWhenAScriptNoticesTheEndOfTheSessionComesBack() {
        String form = browser.get("/cases/new").body();
        browser.endSession();
        HttpResponse<String> refused = browser.post("/cases/matches", form,
                origin(form) + "&key=k-typed&fullName=Marie", "HX-Request", "true");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("HX-Refresh")).contains("true");
        assertThat(browser.get("/cases/new").body()).contains("value=\"Marie\"", "value=\"k-typed\"",
                "Su sesión había terminado");
    }

    /** On a computer that several people use. */
    @Test
    void anotherUserDoesNotSeeWhatWasTyped() {
        String form = browser.get("/cases/new").body();
        browser.endSession();
        String others = origin(form).replace(PageBrowser.hidden(form, "from-user"), "somebody-else");
        HttpResponse<String> page = browser.post("/cases/new", form, others + "&key=k1&fullName=Persona+Secreta");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"fullName\"").doesNotContain("Persona Secreta",
                "Su sesión había terminado");
    }

    @Test
    void aChangeOfTheLanguageKeepsWhatWasTyped() {
        String form = browser.get("/cases/new").body();
        assertThat(form).contains("formaction=\"/language\"");
        HttpResponse<String> page = browser.post("/language", form,
                origin(form) + "&lang=en&key=k-typed&fullName=Marie+Jos%C3%A9&sms=true");
        assertThat(page.uri().getPath()).isEqualTo("/cases/new");
        assertThat(page.body()).contains("lang=\"en\"", "value=\"Marie José\"", "value=\"k-typed\"")
                .containsPattern("name=\"sms\"[^>]*checked").doesNotContain("role=\"status\"");
    }

    @Test
    void aServiceThatDoesNotAnswerLeadsBackToWhatWasTyped() {
        HttpResponse<String> fault = changeContact(503);
        assertThat(fault.statusCode()).isEqualTo(503);
        assertThat(fault.body()).contains("href=\"/cases/c1/contact\"");
        assertThat(browser.get("/cases/c1/contact").body()).contains("value=\"9621112233\"", "value=\"k-typed\"",
                "No es seguro que esto se haya hecho");
    }

    @Test
    void aBusyServiceLeadsBackToWhatWasTyped() {
        FakeServices.SHARED.refuses(CONTACT, 503, "{\"type\":\"urn:refugio:problem:busy\",\"status\":503}");
        leadsBack(postContact());
    }

    @Test
    void aBusyConsoleLeadsBackToWhatWasTypedAndSendsNothing() {
        HttpResponse<String> busy;
        String form = browser.get("/cases/c1/contact").body();
        int taken = 0;
        int before = FakeServices.SHARED.calls().size();
        try {
            for (; taken < 64; taken++) {
                limit.enter(RequestShare.COMMAND);
            }
            busy = postContact(form);
        } finally {
            for (; taken > 0; taken--) {
                limit.leave(RequestShare.COMMAND);
            }
        }
        assertThat(FakeServices.SHARED.calls()).hasSize(before);
        leadsBack(busy);
    }

    private void leadsBack(HttpResponse<String> busy) {
        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(busy.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(busy.body()).contains("href=\"/cases/c1/contact\"", "El sistema está ocupado",
                "Intente de nuevo en 2 segundos");
        assertThat(browser.get("/cases/c1/contact").body()).contains("value=\"9621112233\"", "value=\"k-typed\"",
                "El sistema estaba ocupado");
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412, 422, 500})
    void aRefusalShowsTheFormAsItWasTyped(int status) {
        HttpResponse<String> refused = changeContact(status);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains("value=\"9621112233\"", "value=\"k-typed\"",
                "class=\"govuk-error-summary\"");
    }

    private HttpResponse<String> changeContact(int status) {
        FakeServices.SHARED.refuses(CONTACT, status, "{\"type\":\"about:blank\",\"status\":" + status + "}");
        return postContact();
    }

    private HttpResponse<String> postContact() {
        return postContact(browser.get("/cases/c1/contact").body());
    }

    private HttpResponse<String> postContact(String form) {
        return browser.post("/cases/c1/contact", form,
                origin(form) + "&key=k-typed&seen=" + PageBrowser.hidden(form, "seen") + "&phone=9621112233");
    }

    /** A sign-in in another tab changes the token. */
    @Test
    void aFormFromBeforeASignInComesBackWithACurrentToken() {
        String form = browser.get("/cases/new").body();
        String old = form.replace(PageBrowser.hidden(form, "_csrf"), "0123456789");
        String typed = origin(form) + "&key=k-typed&fullName=Marie";
        HttpResponse<String> page = browser.post("/cases/new", old, typed, "Sec-Fetch-Site", "same-origin");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("value=\"Marie\"", "value=\"k-typed\"");
        HttpResponse<String> foreign = browser.post("/cases/new", old,
                typed.replace("k-typed", "k-foreign"), "Sec-Fetch-Site", "cross-site");
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(browser.get("/cases/new").body()).doesNotContain("k-foreign");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//example.org/", "https://example.org/", "/\\example.org", "javascript:alert(1)"})
    void nobodyIsLedElsewhere(String page) {
        String form = browser.get("/cases/new").body();
        browser.endSession();
        String typed = "from-page=" + URLEncoder.encode(page, UTF_8) + "&from-user="
                + PageBrowser.hidden(form, "from-user") + "&key=k1&fullName=Marie";
        assertThat(browser.post("/cases/new", form, typed).uri().getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void aFileThatIsNotAcceptedIsAskedForAgainAtItsField() {
        FakeServices.SHARED.refuses("POST /v1/cases/c1/items/photographs/uploads", 415,
                "{\"status\":415,\"title\":\"Tipo\",\"detail\":\"Solo se aceptan fotos y PDF.\"}");
        String form = browser.get("/cases/c1").body();
        HttpResponse<String> page = browser.upload("/cases/c1/items/photographs/uploads", form, "notas.txt",
                "text/plain",
                "x");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.uri().getPath()).isEqualTo("/cases/c1");
        assertThat(page.body()).contains("Solo se aceptan fotos y PDF. Después elija el archivo otra vez.",
                "aria-describedby=\"file-photographs-wrong\"").containsPattern("<details[^>]*\\sopen");
        assertThat(browser.upload("/cases/c1/items/photographs/uploads", form, "", "text/plain", "").body())
                .contains("Elija el archivo antes de enviarlo");
        assertThat(browser.upload("/cases/c1/items/photographs/uploads", form, "a.pdf", "application/pdf", "").body())
                .contains("El archivo está vacío");
        assertThat(browser.get("/cases/c1").body()).as("it is shown once").doesNotContain("Elija el archivo antes",
                "está vacío");
    }

    private static String origin(String form) {
        return "from-page=" + URLEncoder.encode(PageBrowser.hidden(form, "from-page"), UTF_8) + "&from-user="
                + PageBrowser.hidden(form, "from-user");
    }
}
