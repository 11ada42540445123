package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.access.service.ServiceCredential;
import org.refugio.testkit.identity.TestIssuer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

class GuardedRoutesIT extends GuardedService {

    private static final MongoServer STORE = startStore();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        settings(registry, STORE);
    }

    @Autowired
    ServiceCredential credential;

    @Autowired
    MeterRegistry meters;

    @Test
    void answersACallerWithThePermission() {
        assertThat(get("/v1/cases/t1", LEGAL).status()).isEqualTo(200);
    }

    @Test
    void aRequestIsMeasuredOnceAndNotInEveryFilter() {
        get("/v1/cases/t1", LEGAL);

        Awaitility.await().untilAsserted(() -> assertThat(meterNames()).contains("http.server.requests"));
        assertThat(meterNames()).noneMatch(name -> name.startsWith("spring.security"));
    }

    private List<String> meterNames() {
        return meters.getMeters().stream().map(each -> each.getId().getName()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases/t1", "/v1/cases", "/v1/without-rule", "/v1/nowhere", "/", "/actuator/env"})
    void requiresATokenForEveryPath(String path) {
        Answer answer = send(to(path));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:not-signed-in");
        assertThat(answer.whole().headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @Test
    void rejectsATokenOfAnotherAudienceOrIssuerOrAnExpiredOne() {
        Instant soon = Instant.now().plusSeconds(60);
        try (TestIssuer other = TestIssuer.start()) {
            String forged = other.sign("{\"iss\":\"%s\",\"sub\":\"u1\",\"aud\":[\"refugio-api\"],\"exp\":%d}"
                    .formatted(ISSUER.uri(), soon.getEpochSecond()));
            for (String token : new String[]{ISSUER.token("u1", "elsewhere", soon, LEGAL),
                    ISSUER.token("u1", "refugio-api", Instant.now().minusSeconds(10), LEGAL),
                    other.token("u1", LEGAL), forged, "not-a-token"}) {
                Answer answer = send(to("/v1/cases/t1").header("Authorization", "Bearer " + token));
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.problem()).isEqualTo("urn:refugio:problem:not-signed-in");
            }
        }
    }

    @Test
    void deniesARoleWithoutThePermission() {
        assertThat(get("/v1/cases/t1", "tapachula:interpreter").problem())
                .isEqualTo("urn:refugio:problem:not-allowed");
        assertThat(get("/v1/cases/t1", "tapachula:interpreter", "tijuana:legal-officer").status()).isEqualTo(403);
        assertThat(get("/v1/cases/t1").status()).isEqualTo(403);
    }

    @Test
    void anObjectOfAnotherOfficeIsIndistinguishableFromAMissingOne() {
        Answer invisible = get("/v1/cases/j1", LEGAL);
        Answer missing = get("/v1/cases/xx", LEGAL);
        assertThat(invisible.status()).isEqualTo(404);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(invisible.body().replace("j1", "xx")).isEqualTo(missing.body());
        assertThat(invisible.problem()).isEqualTo("urn:refugio:problem:not-found");
    }

    @Test
    void deniesARouteWithoutARuleToEveryone() {
        assertThat(get("/v1/without-rule", "federation:federation-admin", "tapachula:coordinator").status())
                .isEqualTo(403);
    }

    @Test
    void ignoresAnUnknownRole() {
        assertThat(get("/v1/cases/t1", "tapachula:wizard", LEGAL).status()).isEqualTo(200);
        assertThat(get("/v1/cases/t1", "tapachula:wizard").status()).isEqualTo(403);
    }

    @Test
    void aListContainsOnlyOfficesWhereTheRoleHasThePermission() {
        assertThat(get("/v1/cases", LEGAL, "tijuana:interpreter").json().get("offices").toString())
                .isEqualTo("[\"tapachula\"]");
    }

    @Test
    void anApplicantRouteRequiresACapability() {
        assertThat(send(to("/v1/applicant/appointment").header("Refugio-Capability", "good-link")).body())
                .contains("a1");
        assertThat(send(to("/v1/applicant/appointment").header("Refugio-Capability", "old-link")).problem())
                .isEqualTo("urn:refugio:problem:capability-not-valid");
        assertThat(send(to("/v1/applicant/appointment")).status()).isEqualTo(401);
        assertThat(get("/v1/applicant/appointment", "tapachula:coordinator").status()).isEqualTo(401);
    }

    @Test
    void anInternalRouteRequiresTheSecretOfTheServices() {
        HttpRequest.BodyPublisher noBody = HttpRequest.BodyPublishers.noBody();
        assertThat(send(to("/v1/internal/validity").POST(noBody).header("Authorization", credential.authorization()))
                .status()).isEqualTo(200);
        assertThat(send(to("/v1/internal/validity").POST(noBody)).status()).isEqualTo(401);
        assertThat(send(to("/v1/internal/validity").POST(noBody).header("Authorization", "Service wrong")).status())
                .isEqualTo(401);
        assertThat(send(post("/v1/internal/validity", "{}", "k", "tapachula:coordinator")).status()).isEqualTo(401);
        assertThat(send(to("/v1/cases/t1").header("Authorization", credential.authorization())).status())
                .isEqualTo(401);
    }

    @Test
    void aRepeatedCommandHasTheSameKeyAndFingerprintAndAnotherCommandDoesNot() {
        JsonNode first = send(post("/v1/cases", "{\"name\":\"Marie\"}", "k1", LEGAL)).json();
        JsonNode again = send(post("/v1/cases", "{\"name\":\"Marie\"}", "k1", LEGAL)).json();
        JsonNode other = send(post("/v1/cases", "{\"name\":\"Marei\"}", "k1", LEGAL)).json();
        assertThat(again).isEqualTo(first);
        assertThat(other.get("key")).isEqualTo(first.get("key"));
        assertThat(other.get("fingerprint")).isNotEqualTo(first.get("fingerprint"));
        JsonNode otherCaller = send(to("/v1/cases").POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"Marie\"}"))
                .header("Content-Type", "application/json").header("Idempotency-Key", "k1")
                .header("Authorization", "Bearer " + ISSUER.token("u2", LEGAL))).json();
        assertThat(otherCaller.get("key")).isNotEqualTo(first.get("key"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab\tinside"})
    void rejectsACommandWithoutAValidKey(String key) {
        Answer answer = send(post("/v1/cases", "{\"name\":\"Marie\"}", key.isEmpty() ? null : key, LEGAL));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:idempotency-key-missing");
        assertThat(send(post("/v1/cases", "{\"name\":\"Marie\"}", "k".repeat(129), LEGAL)).status()).isEqualTo(422);
    }

    @Test
    void aCommandInViewOfTheCurrentStateIsExecutedWhateverElseItsSenderSaw() {
        for (String seen : List.of("\"contact=2\"", "\"contact=2;decision=7\"")) {
            assertThat(contact(seen).status()).as(seen).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"contact=1\"", "\"decision=2\""})
    void aCommandInViewOfAnEarlierStateIsAnswered412WithTheCurrentEntityTag(String seen) {
        Answer refused = contact(seen);
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.problem()).isEqualTo("urn:refugio:problem:changed-since");
        assertThat(refused.json().get("etag").asString()).isEqualTo("contact=2");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "*", "contact=2", "W/\"contact=2\"", "\"\"", "\"contact\"",
            "\"contact=2\", \"contact=3\""})
    void aCommandThatDoesNotTellWhatItsSenderSawIsAnswered428(String seen) {
        Answer refused = contact(seen);
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.problem()).isEqualTo("urn:refugio:problem:precondition-required");
        assertThat(refused.json().get("detail").asString()).contains("If-Match");
    }

    private Answer contact(String seen) {
        HttpRequest.Builder request = post("/v1/cases/t1/contact", "{}", "k", LEGAL);
        return send(seen == null ? request : request.header("If-Match", seen));
    }

    @Test
    void doesNotKeepAnUploadInMemory() {
        byte[] file = new byte[3 * 1024 * 1024];
        Answer answer = send(to("/v1/cases/t1/uploads").POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .header("Content-Type", "application/pdf").header("Refugio-File-Name", "a.pdf")
                .header("Idempotency-Key", "k1").header("Authorization", "Bearer " + ISSUER.token("u1", LEGAL)));
        assertThat(answer.json().get("cached").asString()).isEqualTo("false");
        assertThat(answer.json().get("length").asString()).isEqualTo("" + file.length);
    }

    @Test
    void listsInvalidFieldsWithoutTheirValues() {
        Answer answer = send(post("/v1/cases", "{\"name\":\"   \"}", "k1", LEGAL));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:not-valid");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("name");
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo("NotBlank");
        assertThat(answer.json().at("/errors/0/message").asString()).isEqualTo("Escriba este dato.");
        Answer english = send(post("/v1/cases", "{\"name\":\"   \"}", "k1", LEGAL).header("Accept-Language", "en"));
        assertThat(english.json().at("/errors/0/message").asString()).isEqualTo("Fill this in.");
    }

    @Test
    void doesNotRepeatUnreadableInput() {
        Answer json = send(post("/v1/cases", "{\"name\": Marie-Secret", "k1", LEGAL));
        assertThat(json.problem()).isEqualTo("urn:refugio:problem:bad-request");
        assertThat(json.body()).doesNotContain("Marie");
        Answer number = get("/v1/cases?page=Marie", LEGAL);
        assertThat(number.status()).isEqualTo(400);
        assertThat(number.body()).doesNotContain("Marie").contains("page");
    }

    @Test
    void answersOtherInvalidRequestsWithProblems() {
        assertThat(get("/v1/nowhere", LEGAL).problem()).isEqualTo("urn:refugio:problem:not-found");
        assertThat(send(post("/v1/clock", "{}", "k", LEGAL)).problem())
                .isEqualTo("urn:refugio:problem:method-not-allowed");
        assertThat(send(to("/v1/cases").POST(HttpRequest.BodyPublishers.ofString("x")).header("Content-Type", "text/x")
                .header("Idempotency-Key", "k").header("Authorization", "Bearer " + ISSUER.token("u1", LEGAL)))
                .problem()).isEqualTo("urn:refugio:problem:unsupported-media-type");
        assertThat(send(post("/v1/cases", "{\"name\":\"%s\"}".formatted("x".repeat(300_000)), "k", LEGAL)).problem())
                .isEqualTo("urn:refugio:problem:too-large");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "en | en | Not yet | It is too early for this. Try again on March 2, 2026.",
            "en-US,es;q=0.5 | en | Not yet | It is too early for this. Try again on March 2, 2026.",
            "es-MX | es | Todavía no | Es demasiado pronto. Vuelva a intentar el 2 de marzo de 2026.",
            "ht | es | Todavía no | Es demasiado pronto. Vuelva a intentar el 2 de marzo de 2026."})
    void aRefusalIsAnsweredWithItsRuleItsDetailsAndItsTextInTheLanguageAskedFor(String asked, String answered,
            String title, String detail) {
        Answer answer = send(post("/v1/cases/t1/decision", "{}", "k", LEGAL).header("Accept-Language", asked));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:too-early");
        assertThat(answer.json().get("title").asString()).isEqualTo(title);
        assertThat(answer.json().get("detail").asString()).isEqualTo(detail);
        assertThat(answer.json().get("earliest").asString()).isEqualTo("2026-03-02");
        assertThat(answer.whole().headers().firstValue("Content-Language")).hasValue(answered);
    }

    @Test
    void aProblemBeforeTheRouteIsInTheLanguageAskedForToo() {
        assertThat(send(to("/v1/cases/t1")).json().get("title").asString()).isEqualTo("No ha iniciado sesión");
        Answer english = send(to("/v1/cases/t1").header("Accept-Language", "en"));
        assertThat(english.json().get("title").asString()).isEqualTo("Not signed in");
        assertThat(english.whole().headers().firstValue("Content-Language")).hasValue("en");
    }

    @Test
    void anUnexpectedExceptionIsAnsweredWithASupportCodeAndWithoutItsMessage() {
        Answer answer = send(to("/v1/broken").header("Authorization", "Bearer " + ISSUER.token("u1", LEGAL))
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.body()).doesNotContain("Marie", "962");
        assertThat(answer.json().get("supportCode").asString()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void anUnavailableComponentIsAnswered503WithRetryAfter() {
        Answer answer = get("/v1/unavailable", LEGAL);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.whole().headers().firstValue("Retry-After")).hasValue("2");
    }
}
