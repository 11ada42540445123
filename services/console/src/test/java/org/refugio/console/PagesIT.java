package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
import org.refugio.messaging.command.ProblemText;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.refugio.procedure.process.ActionDenial;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleTest
class PagesIT {

    @LocalServerPort
    int port;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    @BeforeEach
    void oneCase() {
        SampleCase.arrives(records, privacy);
        await().untilAsserted(
                () -> assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("Cita agendada"));
    }

    @Test
    void theCasePageSaysWhoWhereAndWhatIsNext() {
        String page = new PageBrowser(port).get("/cases/c1").body();
        assertThat(page).contains("TAP-0001 · Marie", "mar 3 mar 2026, 10:00 · Tapachula (hora del centro)",
                "Fotografías", "<title>Expediente TAP-0001</title>").doesNotContain("+529621234567", "??");
    }

    @Test
    void theNumberIsShownWhenAskedFor() {
        assertThat(new PageBrowser(port).get("/cases/c1?show=contact").body()).contains("529621234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/today", "/cases", "/cases/new", "/cases/c1", "/cases/c1/book", "/board", "/messages",
            "/operations", "/api", "/cases/c1/record/submission", "/cases/c1/record/decision",
            "/cases/c1/items/photographs/waive", "/appointments/a1/move", "/appointments/a1/cancel",
            "/appointments/a1/missed", "/cases/c1/opt-out/end", "/operations/discarded",
            "/operations/intake/p1/discard",
            "/operations/intake/skip?after=1", "/a/some-link"})
    void everyPageIsWhole(String path) {
        for (String language : List.of("es", "en")) {
            var answer = new PageBrowser(port).get(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
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
        FakeServices.SHARED.everybodyIs("tijuana:coordinator");
        assertThat(new PageBrowser(port).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void theTimelineIsSentAgainOnlyWhenItHasGrown() {
        PageBrowser browser = new PageBrowser(port);
        browser.get("/cases/c1");
        assertThat(browser.get("/cases/c1/timeline?seen=0").statusCode()).isEqualTo(200);
        assertThat(browser.get("/cases/c1/timeline?seen=4").statusCode()).isEqualTo(204);
    }

    @Test
    void aRoleThatMayNotIsTold() {
        FakeServices.SHARED.everybodyIs("tapachula:scheduler");
        assertThat(new PageBrowser(port).get("/cases/c1/record/decision").statusCode()).isEqualTo(403);
        assertThat(new PageBrowser(port).get("/operations").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"/cases/none, 404, Aquí no hay nada", "/nothing-here, 404, Aquí no hay nada",
            "/operations, 403, Su función no permite esto"})
    void aRefusalIsAPageWithTheMenuInTheLanguageOfThePerson(String path, int status, String words) {
        FakeServices.SHARED.everybodyIs("tapachula:scheduler");
        PageBrowser browser = new PageBrowser(port);
        browser.get("/today");
        var page = browser.get(path, "Accept", "text/html,*/*;q=0.8");
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains("lang=\"es\"", words, "href=\"/cases\"")
                .doesNotContain("href=\"/operations\"");
        assertThat(browser.get(path + "?lang=en", "Accept", "text/html").body()).contains("lang=\"en\"",
                "This cannot be shown", ">Today</a>");
        assertThat(browser.get("/nothing-here", "Accept", "application/json").body()).doesNotContain("<html");
    }

    @Test
    void aCaseIsOpenedWithAPlainForm() {
        FakeServices.SHARED.says("POST /v1/cases", "{\"aggregate\":\"c1\",\"version\":1,\"sequence\":2}");
        PageBrowser browser = new PageBrowser(port);
        var book = browser.post("/cases/new", browser.get("/cases/new").body(),
                "key=k1&office=tapachula&fullName=Marie+Jean&language=ht&entryDate=2026-02-27&consentGiven=true");
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.body()).contains("Agendar cita", "mié 4 mar 2026, 10:00");
        assertThat(FakeServices.SHARED.calls()).contains("POST /v1/cases Bearer");
    }

    @Test
    void theBookingFormOffersWhatCanBeBookedAndNothingElse() {
        for (String path : List.of("/cases/c1/book", "/cases/c1/book?kind=AUTHORITY_INTERVIEW")) {
            String page = new PageBrowser(port).get(path).body();
            assertThat(page).as(path).doesNotContain("value=\"AUTHORITY_INTERVIEW\"");
            assertThat(AppointmentKind.allBookable()).isNotEmpty()
                    .allSatisfy(kind -> assertThat(page).contains("value=\"" + kind.id() + "\""));
        }
    }

    @Test
    void theCasePageOffersTheFactsThatTheProcessTableAllowsNow() {
        String page = new PageBrowser(port).get("/cases/c1").body();
        assertThat(page).contains("/cases/c1/record/authority-interview\"", "/cases/c1/record/interview-attended\"",
                "/cases/c1/record/decision\"", "/cases/c1/record/submission?correction=true\"")
                .doesNotContain("/record/follow-up", "/cases/c1/record/submission\"");
        var tooEarly = new PageBrowser(port).get("/cases/c1/record/follow-up");
        assertThat(tooEarly.statusCode()).isEqualTo(409);
        assertThat(tooEarly.body()).contains("Primero registre la resolución");
    }

    @Test
    void aRoleThatMayNotRecordIsOfferedNoFact() {
        FakeServices.SHARED.everybodyIs("tapachula:scheduler");
        assertThat(new PageBrowser(port).get("/cases/c1").body()).doesNotContain("/record/");
    }

    @Test
    void aFactThatIsRecordedIsCorrectedWithAReasonInViewOfWhatIsRecorded() {
        PageBrowser browser = new PageBrowser(port);
        String form = browser.get("/cases/c1/record/submission").body();
        assertThat(form).contains("Ya está registrado, con fecha dom 1 mar 2026", "Folio: F-7788", "name=\"reason\"");
        FakeServices.SHARED.says("POST /v1/cases/c1/submission",
                "{\"aggregate\":\"c1\",\"version\":3,\"sequence\":3}");
        browser.post("/cases/c1/record/submission", form,
                "key=k4&folio=F-9&filedOn=2026-03-01&authority=COMAR&correction=true&reason=Dedazo");
        assertThat(FakeServices.SHARED.body("POST /v1/cases/c1/submission")).contains("\"correction\":true",
                "\"reason\":\"Dedazo\"");
        assertThat(browser.get("/cases/c1/record/decision").body()).doesNotContain("name=\"reason\"");
    }

    @Test
    void stepsDocumentsAndKindsOfAppointmentHaveTheirNamesFromTheProcedure() {
        assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("Primera consulta", "Fotografías",
                "Consulta");
        assertThat(new PageBrowser(port).get("/cases/c1?lang=en").body()).contains("First consultation",
                "Photographs", "Consultation");
    }

    @Test
    void aPersonCanHaveAnyLanguageOfTheRegistryChosenByItsNameInTheLanguageOfThePage() {
        String spanish = new PageBrowser(port).get("/cases/new").body();
        String english = new PageBrowser(port).get("/cases/c1/contact?lang=en").body();
        assertThat(Languages.shipped().with(LanguageCapability.CHOICE)).hasSize(30).allSatisfy(each -> {
            assertThat(spanish).contains("value=\"" + each.tag() + "\"");
            assertThat(english).contains("value=\"" + each.tag() + "\"");
        });
        assertThat(spanish).contains(">criollo haitiano<", ">darí<", ">qʼeqchiʼ<");
        assertThat(english).contains(">Haitian Creole<", ">Dari<");
    }

    @Test
    void staffSeeInWhichLanguageMessagesAreWrittenWhereThePersonsHasNone() {
        assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("criollo haitiano")
                .doesNotContain("Los mensajes van en");
        privacy.register(Subject.ofCase("c2"));
        records.publish("intake", "c2", 1,
                new IntakeEvent.CaseOpened("c2", "tapachula", "TAP-0002", "America/Mexico_City", "ps",
                        privacy.sealJson(Subject.ofCase("c2"), new PersonDetails("Zarghuna", "Zarghuna", "AF")),
                        privacy.sealJson(Subject.ofCase("c2"), new ContactDetails(null, null)),
                        new ContactConsent(true, false), LocalDate.of(2026, 2, 27), "v1", "u1",
                        Instant.parse("2026-03-01T12:00:00Z")));
        await().untilAsserted(() -> assertThat(new PageBrowser(port).get("/cases/c2").body()).contains("pastún",
                "Los mensajes van en español: todavía no los hay en este idioma."));
    }

    @Test
    void aRefusalKeepsWhatWasTyped() {
        PageBrowser browser = new PageBrowser(port);
        var form = browser.post("/cases/c1/record/follow-up", browser.get("/cases/c1/record/follow-up").body(),
                "key=k2&startedOn=2026-05-05");
        assertThat(form.body()).contains("2026-05-05").contains("role=\"alert\"");
    }

    @Test
    void aRefusalIsShownInTheWordsOfTheServiceInTheLanguageOfThePage() {
        PageBrowser browser = new PageBrowser(port);
        for (String language : List.of("es", "en")) {
            ProblemText text = ProblemText.of(ActionDenial.class, "decision-not-recorded", List.of(),
                    Locale.of(language));
            FakeServices.SHARED.refuses("POST /v1/cases/c1/decision", 409,
                    "{\"type\":\"urn:refugio:problem:decision-not-recorded\",\"title\":\"%s\",\"detail\":\"%s\"}"
                            .formatted(text.title(), text.detail()));
            var refused = browser.post("/cases/c1/record/decision",
                    browser.get("/cases/c1/record/decision?lang=" + language).body(),
                    "key=k6&notifiedOn=2026-05-05&outcome=DENIED");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains(">" + text.title() + "</h2>", "<p>" + text.detail() + "</p>");
            assertThat(FakeServices.SHARED.language("POST /v1/cases/c1/decision")).isEqualTo(language);
            assertThat(browser.get("/cases/c1/record/follow-up").body()).contains(text.title(), text.detail());
        }
    }

    @Test
    void aFieldThatIsNotValidIsMarkedAndExplainedWhereItIs() {
        PageBrowser browser = new PageBrowser(port);
        FakeServices.SHARED.refuses("POST /v1/cases", 422,
                """
                    {"type":"urn:refugio:problem:not-valid","title":"Algunos datos no están bien","detail":"Corrija los campos.",
                     "errors":[{"field":"contact.phone","rule":"Size","message":"el tamaño debe estar entre 0 y 20"},
                               {"field":"consentGiven","rule":"AssertTrue","message":"Tiene que confirmarlo."},
                       {"field":"entryDate","rule":"date-not-possible"}]}""");
        String page = browser.post("/cases/new", browser.get("/cases/new").body(), "key=k7&phone=1").body();
        assertThat(page).contains("<a href=\"#phone\">", "<a href=\"#entryDate\">",
                "Teléfono: el tamaño debe estar entre 0 y 20</a>", "aria-describedby=\"phone-hint phone-wrong\"",
                "<title>Error: Abrir expediente</title>").doesNotContain("fullName-wrong");
        assertThat(wrong(page, "phone")).isEqualTo("Error: el tamaño debe estar entre 0 y 20");
        assertThat(wrong(page, "consentGiven")).isEqualTo("Error: Tiene que confirmarlo.");
        assertThat(wrong(page, "entryDate")).isEqualTo("Error: Corrija los campos.");
        assertThat(browser.get("/cases/new").body()).contains("aria-describedby=\"phone-hint\"")
                .doesNotContain("<title>Error");
    }

    /** What is written at a field, as it is read aloud. */
    private static String wrong(String page, String field) {
        Matcher message = Pattern.compile("(?s)id=\"" + field + "-wrong\">(.*?)</p>").matcher(page);
        assertThat(message.find()).as(field).isTrue();
        return message.group(1).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
    }

    @Test
    void timesThatAreFreeInsteadOfATakenOneAreOfferedAsChoices() {
        PageBrowser browser = new PageBrowser(port);
        String booking = browser.get("/cases/c1/book").body();
        assertThat(booking).contains("Horarios propuestos").doesNotContain("Horarios libres en su lugar");
        FakeServices.SHARED.refuses("POST /v1/appointments", 409, """
            {"type":"urn:refugio:problem:already-taken","title":"Esa hora ya está ocupada","detail":"Elija otra hora.",
             "alternatives":[{"localStart":"2026-03-09T11:15:00","lawyerId":"l1","interpreterId":null,"roomId":"r1",
                              "reasons":["earliest"]}]}""");
        var taken = browser.post("/cases/c1/book", booking,
                "key=k8&kind=CONSULTATION&localStart=2026-03-09T10:00&lawyerId=l1&roomId=r1");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("Esa hora ya está ocupada", "Horarios libres en su lugar",
                "lun 9 mar 2026, 11:15", "name=\"localStart\" value=\"2026-03-09T11:15:00\"")
                .doesNotContain("Horarios propuestos", "already-taken");
    }

    @Test
    void aFormWithoutItsTokenIsNotTaken() {
        PageBrowser browser = new PageBrowser(port);
        browser.get("/today");
        assertThat(browser.post("/appointments/a1/cancel", "", "key=k3").statusCode()).isEqualTo(403);
    }

    @Test
    void anApplicantsPageOpensWithoutChangingAnythingAndSpeaksCreole() {
        FakeServices.SHARED.calls().clear();
        String page = new PageBrowser(port).get("/a/some-link?lang=ht").body();
        assertThat(page).contains("madi 3 mas 2026, 10:00", "Mwen bezwen yon lòt lè", "Foto").doesNotContain("<script");
        assertThat(FakeServices.SHARED.calls()).allMatch(call -> call.startsWith("GET "));
    }

    @Test
    void whatIsSearchedReachesIntakeInABodyAndIsInNoAddress() {
        PageBrowser browser = new PageBrowser(port);
        String list = browser.get("/cases?queue=new&office=").body();
        assertThat(FakeServices.SHARED.query("GET /v1/cases").split("&")).containsExactlyInAnyOrder("queue=new",
                "page=0");
        FakeServices.SHARED.says("POST /v1/cases/search",
                """
                    {"items":[{"caseId":"c1","reference":"TAP-0001","office":"tapachula","callName":"Marie","language":"ht",
                    "step":"INITIAL_CONSULTATION"}],"page":0,"more":true,"used":["marie"],"unused":["962&x"]}""");
        var found = browser.post("/cases/search", list, "q=marie+962%26x&office=&queue=new");
        String body = FakeServices.SHARED.body("POST /v1/cases/search");
        assertThat(body).contains("\"text\":\"marie 962&x\"", "\"queue\":\"new\"");
        assertThat(found.body()).contains("TAP-0001", "Nada coincide con: 962&amp;x", "value=\"marie 962&amp;x\"");
        String address = found.uri().getPath() + "?" + found.uri().getQuery();
        assertThat(address).matches("/cases\\?search=[0-9a-f-]{36}");
        assertThat(FakeServices.SHARED.query("POST /v1/cases/search")).isEmpty();

        assertThat(browser.get(address).body()).as("reloaded").contains("TAP-0001", "value=\"marie 962&amp;x\"");
        browser.get(address + "&page=1");
        assertThat(FakeServices.SHARED.body("POST /v1/cases/search")).contains("\"page\":1");
        assertThat(new PageBrowser(port).get(address).body()).as("in another session")
                .contains("Esta búsqueda ya no está disponible").doesNotContain("TAP-0001", "marie");
    }

    @Test
    void aSearchWhileTypingReplacesTheAddress() {
        FakeServices.SHARED.says("POST /v1/cases/search", "{\"items\":[],\"used\":[],\"unused\":[\"mari\"]}");
        PageBrowser browser = new PageBrowser(port);
        var found = browser.post("/cases/search", browser.get("/cases").body(), "q=mari", "HX-Request", "true");
        assertThat(found.body()).contains("id=\"found\"", "Nada coincide").doesNotContain("<form", "<html");
        String address = found.headers().firstValue("HX-Replace-Url").orElseThrow();
        assertThat(address).startsWith("/cases?search=").doesNotContain("mari");
        assertThat(browser.get(address).body()).contains("value=\"mari\"");
    }

    @Test
    void anEmptySearchIsTheListOfTheQueue() {
        PageBrowser browser = new PageBrowser(port);
        var found = browser.post("/cases/search", browser.get("/cases").body(), "q=+&office=&queue=mine");
        assertThat(found.uri().getQuery()).isEqualTo("queue=mine&office=");
    }

    @Test
    void newCasesAreComparedByNameAndPhoneTogether() {
        FakeServices.SHARED.says("POST /v1/cases/search", "{\"items\":[]}");
        PageBrowser browser = new PageBrowser(port);
        browser.post("/cases/matches", browser.get("/cases/new").body(), "fullName=Marie+Joseph&phone=%2B525512345678");
        assertThat(FakeServices.SHARED.body("POST /v1/cases/search"))
                .contains("\"text\":\"Marie Joseph +525512345678\"");
    }

    @Test
    void aFileGoesToTheServiceAndComesBackWithItsTypeAndInASandbox() {
        FakeServices.SHARED.says("POST /v1/cases/c1/items/photographs/uploads",
                "{\"aggregate\":\"c1\",\"version\":2,\"sequence\":1}");
        FakeServices.SHARED.says("GET /v1/cases/c1/uploads/u1", "{\"file\":1}");
        PageBrowser browser = new PageBrowser(port);
        browser.upload("/cases/c1/items/photographs/uploads", browser.get("/cases/new").body(), "identificación 1.jpg",
                "image/jpeg", "the file");
        String call = "POST /v1/cases/c1/items/photographs/uploads";
        assertThat(FakeServices.SHARED.body(call)).isEqualTo("the file");
        assertThat(FakeServices.SHARED.headers(call)).containsEntry("Content-type", List.of("image/jpeg"))
                .containsEntry("Refugio-file-name", List.of("identificaci%C3%B3n%201.jpg"))
                .containsEntry("Idempotency-key", List.of("k1")).containsKey("Authorization");
        var file = browser.get("/cases/c1/uploads/u1");
        assertThat(file.body()).isEqualTo("{\"file\":1}");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(file.headers().firstValue("Content-Length")).hasValue("10");
        assertThat(file.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
    }

    @Test
    void aFileThatWasInTheListBeforeIsReported() {
        String call = "POST /v1/cases/c1/items/identity-document/uploads";
        FakeServices.SHARED.says(call, "{\"aggregate\":\"c1\",\"version\":2,\"sequence\":1}");
        FakeServices.SHARED.marks(call, "Refugio-Stored-Before");
        PageBrowser browser = new PageBrowser(port);
        assertThat(browser.get("/cases/c1").body()).doesNotContain("ya estaba en la lista");
        assertThat(browser.upload("/cases/c1/items/identity-document/uploads", browser.get("/cases/new").body(),
                "a.jpg", "image/jpeg", "the file").body()).contains("ya estaba en la lista");
    }

    @Test
    void theGatewayForwardsTheCallersTokenAndHidesInternalRoutes() {
        PageBrowser browser = new PageBrowser(port);
        assertThat(browser.get("/api/intake/v1/cases", "Authorization", "Bearer x").body()).contains("TAP-0001");
        assertThat(FakeServices.SHARED.calls()).contains("GET /v1/cases Bearer");
        assertThat(browser.get("/api/scheduling/v1/internal/standing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/scheduling/v1/%69nternal/standing").statusCode()).isEqualTo(404);
        assertThat(browser.get("/api/nobody/v1/cases").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"/api/nobody/v1/cases, 404, not-found", "/api/intake/v2/cases, 404, not-found",
            "/api/intake, 404, not-found", "/api/intake/v1/cases?q=%FF, 400, bad-request",
            "/api/scheduling/v1/internal/standing, 404, not-found",
            "/api/intake/v1/cases/%00, 400, bad-request", "/api/intake/v1/cases;x=1, 400, bad-request",
            "/api/intake/v1/%2e%2e/cases, 400, bad-request", "/api/intake/v1/a%2fb, 400, bad-request",
            "/api/intake/v1//cases, 400, bad-request"})
    void whatTheGatewayDoesNotForwardIsAProblemAndStartsNoSession(String path, int status, String rule) {
        FakeServices.SHARED.calls().clear();
        var answer = new PageBrowser(port).get(path);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:refugio:problem:" + rule).doesNotContain(path);
        assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
        assertThat(FakeServices.SHARED.calls()).isEmpty();
    }

    @Test
    void theGatewayForwardsTheQueryAsItWasWrittenAndOnlyTheHeadersOnItsList() {
        var answer = new PageBrowser(port).get("/api/intake/v1/cases?q=a%2Bb%20c&q=%C3%B1", "Authorization", "Bearer x",
                "X-Forwarded-For", "203.0.113.9", "Cookie", "refugio-session=s");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(FakeServices.SHARED.query("GET /v1/cases")).isEqualTo("q=a%2Bb%20c&q=%C3%B1");
        assertThat(FakeServices.SHARED.headers("GET /v1/cases")).containsKey("Authorization")
                .doesNotContainKeys("X-forwarded-for", "Cookie");
        assertThat(answer.headers().map()).doesNotContainKeys("x-internal", "set-cookie");
    }
}
