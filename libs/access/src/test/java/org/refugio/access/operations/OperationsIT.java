package org.refugio.access.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.refugio.access.web.security.RouteTable;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@RefugioTest
@TestPropertySource(properties = {"spring.application.name=operated", "refugio.messaging.consumes=intake"})
class OperationsIT {

    private static final String OPERATIONS = "/v1/operations";

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords records;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private TestHttpClient operator() {
        return TestHttpClient.as(port, "tapachula:coordinator");
    }

    private JsonNode parked() {
        return operator().get(OPERATIONS + "/parked").body().get("items");
    }

    @Test
    void anOperatorSeesReplaysAndDiscardsAParkedRecord() {
        records.raw("intake", "c1", Map.of(), "not an event of Zebulon".getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(20)).until(() -> parked().size() == 1);
        assertThat(operator().get(OPERATIONS + "/state").body().get("parked").asInt()).isEqualTo(1);
        assertThat(parked().toString()).doesNotContain("Zebulon");
        String record = OPERATIONS + "/parked/" + parked().get(0).get("id").asString();
        TestHttpClient.Reply again = operator().post(record + "/replay", "{}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().get("type").asString()).isEqualTo("urn:refugio:problem:still-at-fault");
        assertThat(operator().post(record + "/discard", "{\"reason\":\" \"}").status()).isEqualTo(422);
        assertThat(operator().post(record + "/discard", "{\"reason\":\"Sent by mistake\"}").status()).isEqualTo(200);
        assertThat(operator().post(record + "/discard", "{\"reason\":\"Sent by mistake\"}").status()).isEqualTo(404);
        assertThat(parked()).isEmpty();
        JsonNode discarded = operator().get(OPERATIONS + "/discarded").body().get("items");
        assertThat(discarded).extracting(one -> one.get("reason").asString()).contains("Sent by mistake");
        assertThat(discarded.toString()).doesNotContain("Zebulon");
    }

    @Test
    void anOperatorSeesAGapAndSkipsItOnlyAsItWasSeen() {
        records.raw("intake", "c7", TopicRecords.attributes("intake.something-new.v1", "c7", 3),
                "{}".getBytes(StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(20)).until(() -> gaps().size() == 1);
        JsonNode gap = gaps().get(0);
        assertThat(gap.get("aggregate").asString()).isEqualTo("c7");
        assertThat(gap.get("after").asLong()).isZero();
        TestHttpClient.Reply outdated = operator().post(OPERATIONS + "/gaps/skip", skip(2));
        assertThat(outdated.status()).isEqualTo(409);
        assertThat(outdated.body().get("type").asString()).isEqualTo("urn:refugio:problem:gap-changed");
        assertThat(operator().post(OPERATIONS + "/gaps/skip", skip(3).replace("lost", " ")).status()).isEqualTo(422);
        assertThat(operator().post(OPERATIONS + "/gaps/skip", skip(3)).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> gaps().isEmpty());
        assertThat(operator().get(OPERATIONS + "/state").body().get("waiting").asInt()).isZero();
    }

    private JsonNode gaps() {
        return operator().get(OPERATIONS + "/gaps").body().get("items");
    }

    private static String skip(long next) {
        return """
            {"producer":"intake","aggregate":"c7","after":0,"next":%d,"reason":"lost"}""".formatted(next);
    }

    @Test
    void otherCallersAreDenied() {
        for (String path : new String[]{"/state", "/parked", "/discarded", "/gaps"}) {
            assertThat(TestHttpClient.as(port, "tapachula:legal-officer").get(OPERATIONS + path).status())
                    .isEqualTo(403);
            assertThat(new TestHttpClient(port, null).get(OPERATIONS + path).status()).isEqualTo(401);
        }
    }

    @Test
    void coordinatorsAndAuditorsVerifyTheAuditTrail() {
        assertThat(operator().get("/v1/audit/verification").body().get("faults")).isEmpty();
        assertThat(TestHttpClient.as(port, "federation:auditor").get("/v1/audit/verification").status()).isEqualTo(200);
        assertThat(TestHttpClient.as(port, "tapachula:scheduler").get("/v1/audit/verification").status())
                .isEqualTo(403);
    }

    @Test
    void everyRouteOfThisLibraryHasARule() {
        assertThat(RouteTable.verify(routes)).extracting(row -> row.route() + " -> " + row.rule()).containsExactly(
                "GET /v1/audit/verification -> READ_AUDIT (any office)", "GET /v1/openapi -> everybody",
                "GET /v1/openapi.yaml -> everybody", "GET /v1/operations/discarded -> OPERATE (any office)",
                "GET /v1/operations/gaps -> OPERATE (any office)",
                "POST /v1/operations/gaps/skip -> OPERATE (any office)",
                "GET /v1/operations/parked -> OPERATE (any office)",
                "POST /v1/operations/parked/{id}/discard -> OPERATE (any office)",
                "POST /v1/operations/parked/{id}/replay -> OPERATE (any office)",
                "GET /v1/operations/state -> OPERATE (any office)");
    }
}
