package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ReplyMeaning;
import org.refugio.notification.TestOffice.Person;
import org.refugio.testkit.TestHttpClient;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a link of a message opens, for how long, and what is answered on its page. */
class ApplicantLinksIT extends OnRealCarriers {

    @Test
    void aLinkOpensItsAppointmentAcceptsAnswersAndExpiresADayLater() throws Exception {
        Person person = office.person("es");
        LocalDateTime start = in(3, "11:00");
        office.book(person, start);
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String token = secretIn(TestCarriers.mails(person.email()).getFirst());
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
    void aLinkToAnOldDateOpensNothingAndAnOldPageNeverConfirmsTheNewDate() throws Exception {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        String old = secretOfMail(person, 1);
        String seen = page(old).path("etag").asString();
        office.publishMove(first, office.move(first, in(15, "12:00")));
        String token = secretOfMail(person, 2);
        assertThat(applicant("appointment", old, null).statusCode()).isEqualTo(401);
        assertThat(answer(old, ReplyMeaning.CONFIRMS, seen).statusCode()).isEqualTo(401);
        assertThat(page(token).path("localStart").asString()).startsWith(in(15, "12:00").toString());
        HttpResponse<String> refused = answer(token, ReplyMeaning.CONFIRMS, seen);
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
    void everyMessageHasASecretOfItsOwnOfWhichOnlyTheDigestIsStored(@Autowired MongoDatabase database)
            throws Exception {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        AppointmentDetails second = office.book(person, in(13, "11:00"));
        List<String> secrets = List.of(secretOfMail(person, 1), secretOfMail(person, 2));
        assertThat(secrets).doesNotHaveDuplicates();
        List<Document> stored = database.getCollection("capabilities").find(Filters.eq("caseId", person.caseId()))
                .into(new ArrayList<>());
        assertThat(stored).extracting(each -> each.getString("appointment"))
                .containsExactlyInAnyOrder(first.appointmentId(), second.appointmentId());
        assertThat(stored).allSatisfy(each -> assertThat(each.toJson()).doesNotContain(secrets));
    }

    @Test
    void aLinkEndsWhenTheAppointmentIsCancelled() throws Exception {
        Person person = office.person("es");
        AppointmentDetails booked = office.book(person, in(12, "11:00"));
        String token = secretOfMail(person, 1);
        assertThat(applicant("appointment", token, null).statusCode()).isEqualTo(200);
        office.cancel(booked);
        eventually().untilAsserted(
                () -> assertThat(applicant("appointment", token, null).statusCode()).isEqualTo(401));
    }

    @Test
    void aLinkEndsWhenThePersonHasAnotherAddress() throws Exception {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        String token = secretOfMail(person, 1);
        office.contactChanged(new Person(person.caseId(), person.phone() + "1", person.email()),
                new ContactConsent(true, true));
        Person moved = new Person(person.caseId(), person.phone(), "new-" + person.email());
        assertThat(applicant("appointment", token, null).statusCode()).as("of the same address").isEqualTo(200);
        office.contactChanged(moved, new ContactConsent(true, true));
        eventually().untilAsserted(
                () -> assertThat(applicant("appointment", token, null).statusCode()).isEqualTo(401));
    }

    @Test
    void staffRevokeTheLinksOfAPersonAndLaterMessagesHaveNewOnes() throws Exception {
        Person person = office.person("es");
        AppointmentDetails booked = office.book(person, in(12, "11:00"));
        String token = secretOfMail(person, 1);
        String revoke = "/v1/applicant-links/" + person.caseId() + "/revoke";
        assertThat(TestHttpClient.as(port, "tapachula:coordinator").post(revoke, "{}").status()).isEqualTo(404);
        assertThat(TestHttpClient.as(port, "tijuana:auditor").post(revoke, "{}").status()).isEqualTo(403);
        assertThat(applicant("appointment", token, null).statusCode()).isEqualTo(200);
        assertThat(staff().post(revoke, "{}").status()).isEqualTo(200);
        assertThat(applicant("appointment", token, null).statusCode()).isEqualTo(401);
        office.publishMove(booked, office.move(booked, in(15, "12:00")));
        assertThat(applicant("appointment", secretOfMail(person, 2), null).statusCode()).isEqualTo(200);
    }

    /** Of the mail with this number, from 1. */
    private String secretOfMail(Person person, int number) {
        eventually().untilAsserted(
                () -> assertThat(TestCarriers.mails(person.email())).hasSizeGreaterThanOrEqualTo(number));
        return secretIn(TestCarriers.mails(person.email()).get(number - 1));
    }

    private static String secretIn(String mail) {
        return mail.replaceAll("(?s).*/a/([\\w-]+).*", "$1");
    }

    @Test
    void anAnswerThatIsSentAgainWithItsKeyIsTakenOnceAndDoesNotReplaceALaterOne() throws Exception {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        String token = secretIn(TestCarriers.mails(person.email()).getFirst());
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
