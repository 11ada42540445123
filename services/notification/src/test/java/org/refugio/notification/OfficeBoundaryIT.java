package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.access.web.security.RouteTable;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.notification.TestOffice.Person;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.openapi.OpenApiFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route, with the token of a user who has the permission in another office, and with invalid links. */
class OfficeBoundaryIT extends OnRealCarriers {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void theRoutesAndTheirRulesAreThoseOfTheFile() throws IOException {
        try (var file = getClass().getResourceAsStream("/routes.txt")) {
            assertThat(RouteTable.text(mapping)).isEqualTo(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        OpenApiFile.check("notification", port);
    }

    @Test
    void objectsOfAnotherOfficeAreNotFound() {
        Person person = personWithUnclearReplyAndFailedMessages();
        String send = first("/v1/messages?caseId=" + person.caseId()).path("sendId").asString();
        String task = first("/v1/calls", person).path("taskId").asString();
        String reply = first("/v1/answers", person).path("replyId").asString();
        TestHttpClient other = TestHttpClient.as(port, "tapachula:coordinator");
        List<String> reads = List.of("/v1/messages/" + send, "/v1/messages?office=tijuana",
                "/v1/answers?office=tijuana",
                "/v1/calls?office=tijuana");
        assertThat(reads).allSatisfy(each -> {
            assertThat(other.get(each).status()).as(each).isEqualTo(404);
            assertThat(staff().get(each).status()).as(each).isEqualTo(200);
        });
        List<String> commands = List.of("/v1/answers/" + reply + "/read", "/v1/calls/" + task + "/settle");
        assertThat(commands).allSatisfy(each -> {
            assertThat(other.post(each, "{}").status()).as(each).isEqualTo(404);
            assertThat(staff().post(each, "{}").status()).as(each).isEqualTo(200);
        });
        for (String list : List.of("/v1/messages?caseId=" + person.caseId(), "/v1/messages", "/v1/answers",
                "/v1/calls")) {
            assertThat(other.get(list).body().path("items").isEmpty()).as(list).isTrue();
            assertThat(new TestHttpClient(port, null).get(list).status()).as(list).isEqualTo(401);
            assertThat(TestHttpClient.as(port, "tijuana:auditor").get(list).status()).as(list).isEqualTo(403);
        }
    }

    @Test
    void aMessageIsShownWithItsTextButWithoutThePersonsLink() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String send = staff().get("/v1/messages?caseId=" + person.caseId()).body().path("items").valueStream()
                .filter(each -> each.path("channel").asString().equals("EMAIL")).findFirst().orElseThrow()
                .path("sendId").asString();
        String text = staff().get("/v1/messages/" + send).body().path("text").asString();
        assertThat(text).startsWith("Su cita: ").doesNotContain("/a/");
        assertThat(staff().get("/v1/messages?state=nonsense").status()).isEqualTo(400);
        assertThat(staff().get("/v1/messages?page=1000000").status()).isEqualTo(200);
        assertThat(staff().get("/v1/messages?page=1000001").status()).isEqualTo(422);
    }

    @Test
    void aLinkOpensItsAppointmentAcceptsAnswersAndExpiresADayLater() throws Exception {
        Person person = office.person("es");
        LocalDateTime start = in(3, "11:00");
        office.book(person, start);
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String token = TestCarriers.mails(person.email()).getFirst().replaceAll("(?s).*/a/([\\w-]+).*", "$1");
        assertThat(token).hasSizeGreaterThanOrEqualTo(22);
        JsonNode shown = page(token);
        assertThat(shown.path("localStart").asString()).startsWith(start.toString());
        assertThat(shown.path("place").asString()).isEqualTo("oficina centro");
        assertThat(shown.path("stands").asBoolean()).isTrue();
        assertThat(applicant("appointment", "A".repeat(token.length()), null).statusCode()).isEqualTo(401);
        assertThat(applicant("appointment", null, null).statusCode()).isEqualTo(401);

        String seen = shown.path("etag").asString();
        for (ReplyMeaning each : List.of(ReplyMeaning.CONFIRMS, ReplyMeaning.WANTS_CHANGE, ReplyMeaning.CONFIRMS)) {
            assertThat(answer(token, each, seen).statusCode()).isEqualTo(200);
            assertThat(page(token).path("answered").asString())
                    .isEqualTo(each == ReplyMeaning.CONFIRMS ? "CONFIRMED" : "WANTS_CHANGE");
        }
        eventually().untilAsserted(
                () -> assertThat(published("notification.reply-received.v1", person.caseId())).hasSize(3));
        moveTo(start.plusHours(1));
        assertThat(answer(token, ReplyMeaning.CONFIRMS, seen).statusCode()).isEqualTo(409);
        moveTo(start.plusDays(1).plusMinutes(1));
        assertThat(applicant("appointment", token, null).statusCode()).isEqualTo(401);
    }

    @Test
    void anOldPageNeverConfirmsANewDate() throws Exception {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String token = TestCarriers.mails(person.email()).getFirst().replaceAll("(?s).*/a/([\\w-]+).*", "$1");
        String old = page(token).path("etag").asString();
        office.publishMove(first, office.move(first, in(15, "12:00")));
        eventually().untilAsserted(
                () -> assertThat(page(token).path("localStart").asString()).startsWith(in(15, "12:00").toString()));
        HttpResponse<String> refused = answer(token, ReplyMeaning.CONFIRMS, old);
        assertThat(refused.statusCode()).isEqualTo(412);
        JsonNode problem = JsonMapper.builder().build().readTree(refused.body());
        assertThat(problem.path("type").asString()).endsWith(":date-changed-meanwhile");
        assertThat(problem.path("detail").asString()).contains("12:00 (fecha número 2)", "otra fecha (número 1)");
        assertThat(page(token).path("answered").isString()).isFalse();
        assertThat(published("notification.reply-received.v1", person.caseId())).isEmpty();
        assertThat(answer(token, ReplyMeaning.CONFIRMS, problem.path("etag").asString()).statusCode()).isEqualTo(200);
        eventually().untilAsserted(
                () -> assertThat(published("notification.reply-received.v1", person.caseId())).singleElement()
                        .satisfies(each -> assertThat(each.value()).contains("\"revision\":2")));
        assertThat(answer(token, ReplyMeaning.CONFIRMS, null).statusCode()).isEqualTo(428);
    }

    @Test
    void anAnswerThatIsSentAgainWithItsKeyIsTakenOnceAndDoesNotReplaceALaterOne() throws Exception {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String token = TestCarriers.mails(person.email()).getFirst().replaceAll("(?s).*/a/([\\w-]+).*", "$1");
        String seen = page(token).path("etag").asString();
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = answer(token, ReplyMeaning.CONFIRMS, seen, key);
        assertThat(answer(token, ReplyMeaning.WANTS_CHANGE, seen).statusCode()).isEqualTo(200);
        assertThat(answer(token, ReplyMeaning.CONFIRMS, seen, key).body()).isEqualTo(first.body());
        assertThat(answer(token, ReplyMeaning.WANTS_CHANGE, seen, key).statusCode()).as("the key of another answer")
                .isEqualTo(422);
        assertThat(page(token).path("answered").asString()).isEqualTo("WANTS_CHANGE");
        eventually().untilAsserted(
                () -> assertThat(published("notification.reply-received.v1", person.caseId())).hasSize(2));
    }

    private JsonNode page(String token) throws Exception {
        return JsonMapper.builder().build().readTree(applicant("appointment", token, null).body());
    }

    private HttpResponse<String> answer(String token, ReplyMeaning meaning, String seen) throws Exception {
        return answer(token, meaning, seen, UUID.randomUUID().toString());
    }

    private HttpResponse<String> answer(String token, ReplyMeaning meaning, String seen, String key) throws Exception {
        String[] headers = seen == null
                ? new String[]{"Idempotency-Key", key}
                : new String[]{"Idempotency-Key", key, "If-Match", '"' + seen + '"'};
        return applicant("answer", token, "{\"meaning\":\"" + meaning + "\"}", headers);
    }

    private Person personWithUnclearReplyAndFailedMessages() {
        TestCarriers.fault(CarrierChannel.SMS, CarrierFault.REFUSE);
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.REFUSE);
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        TestCarriers.CARRIERS.reply(person.phone(), "¿dónde es?");
        eventually().untilAsserted(() -> {
            assertThat(staff().get("/v1/calls").body().toString()).contains(person.caseId());
            assertThat(items(staff(), "/v1/answers").toString()).contains(person.caseId());
        });
        return person;
    }

    private JsonNode first(String path) {
        return staff().get(path).body().path("items").get(0);
    }

    private JsonNode first(String path, Person person) {
        return items(staff(), path).stream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId())).findFirst().orElseThrow();
    }

    private HttpResponse<String> applicant(String what, String token, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/applicant/" + what))
                .header("Content-Type", "application/json");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        if (token != null) {
            request.header(RequiresCapability.HEADER, token);
        }
        if (body != null) {
            request.POST(HttpRequest.BodyPublishers.ofString(body));
        }
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
