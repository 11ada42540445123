package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Requests that a service cannot read. */
class InvalidRequestsIT extends GuardedService {

    private static final MongoServer STORE = startStore();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        settings(registry, STORE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"page=1.0 | page | WholeNumber", "page=%2B1 | page | WholeNumber",
            "page=0x1 | page | WholeNumber", "page=%D9%A1 | page | WholeNumber",
            "page=99999999999 | page | WholeNumber",
            "page=1&page=2 | page | RepeatedField", "pgae=1 | pgae | UnknownField"})
    void aQueryParameterIsReadAsItWasMeantOrRefusedWithItsName(String query, String field, String rule) {
        Answer answer = get("/v1/cases?" + query, LEGAL);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:bad-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(answer.json().at("/errors/0/rule").asString()).isEqualTo(rule);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"name\":7} | name", "{\"name\":\"a\",\"nmae\":1} | nmae",
            "{\"name\":\"a\",\"name\":\"b\"} | name", "{\"name\":\"a\"}} | ''"})
    void aBodyIsReadStrictly(String body, String field) {
        Answer answer = send(post("/v1/cases", body, "k", LEGAL));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:bad-request");
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({"/v1/clock, 406, not-acceptable", "/v1/cases/none, 404, not-found"})
    void aProblemIsExplainedAlsoToAClientThatDoesNotAcceptJson(String path, int status, String rule) {
        Answer answer = send(to(path).header("Accept", "text/html").header("Authorization",
                "Bearer " + ISSUER.token("u1", LEGAL)));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo("urn:refugio:problem:" + rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/cbor", "application/xml", "text/plain"})
    void aBodyInAnotherFormatThanJsonIsNotRead(String type) {
        HttpRequest.Builder request = to("/v1/cases").POST(HttpRequest.BodyPublishers.ofString("name: Ana"))
                .header("Content-Type", type).header("Idempotency-Key", "k")
                .header("Authorization", "Bearer " + ISSUER.token("u1", LEGAL));
        assertThat(send(request).problem()).isEqualTo("urn:refugio:problem:unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases?x=%FF", "/v1/cases?x=%C3",
            "/v1/cases/%00",
            "/v1/cases;x=1", "/v1/a%2fb", "/elsewhere?x=%FF", "/elsewhere/%00"})
    void anAddressThatCannotBeReadIsAnsweredWithAProblemDetailAlsoWithoutSignIn(String path) {
        for (String language : new String[]{"es", "en"}) {
            Answer signedIn = send(to(path).header("Accept-Language", language).header("Authorization",
                    "Bearer " + ISSUER.token("u1", LEGAL)));
            assertThat(signedIn.status()).isEqualTo(400);
            assertThat(signedIn.problem()).isEqualTo("urn:refugio:problem:bad-request");
            assertThat(signedIn.json().get("title").asString())
                    .isEqualTo(language.equals("es") ? "Los datos no se entienden" : "The data cannot be read");
        }
        assertThat(send(to(path)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/cases?page=%", "/v1/cases?page=%zz", "/v1/cases?page=%4", "/v1/cases?{}",
            "/v1/cases/%zz"})
    void anAddressThatIsNoneIsAnsweredWithAProblemDetail(String path) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                    .formatted(path).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400").contains("application/problem+json", "urn:refugio:problem:bad-request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-www-form-urlencoded", "multipart/form-data; boundary=b",
            "Application/X-WWW-form-urlencoded;charset=utf-8", "*/*", "application/*", "application/*+json; a=b"})
    void aFormOrARangeOfTypesIsNoUploadAndNoCommand(String type) {
        for (String path : new String[]{"/v1/cases/t1/uploads", "/v1/cases"}) {
            HttpRequest.Builder request = to(path).POST(HttpRequest.BodyPublishers.ofString("%PDF-1.7 a=%FF&b"))
                    .header("Content-Type", type).header("Idempotency-Key", "k")
                    .header("Authorization", "Bearer " + ISSUER.token("u1", LEGAL));
            Answer answer = send(request);
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.problem()).isEqualTo("urn:refugio:problem:unsupported-media-type");
        }
    }

    @Test
    void moreParametersThanAreReadAreTheClientsFault() {
        assertThat(get("/v1/cases?" + "a=1&".repeat(1500), LEGAL).status()).isBetween(400, 499);
    }

    @Test
    void aCommandThatIsFarTooLargeIsAnsweredSoToo() {
        Answer answer = send(post("/v1/cases", "{\"name\":\"%s\"}".formatted("x".repeat(20_000_000)), "k", LEGAL));
        assertThat(answer.status()).isEqualTo(413);
    }
}
