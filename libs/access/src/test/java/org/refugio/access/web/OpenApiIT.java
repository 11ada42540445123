package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends GuardedService {

    private static final MongoServer STORE = startStore();

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        settings(registry, STORE);
    }

    @Test
    void aServiceDescribesItsRoutesAndTheirRules() {
        JsonNode description = send(to("/v1/openapi")).json();
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.at("/servers/0/url").asString()).isEqualTo("/api/guarded");
        JsonNode open = description.at("/paths/~1v1~1cases/post");
        assertThat(open.get("x-refugio-permission").asString()).isEqualTo("OPEN_CASE");
        assertThat(open.get("parameters").toString()).contains("Idempotency-Key");
        assertThat(open.at("/responses/default/content").propertyNames()).containsExactly("application/problem+json");
        assertThat(open.toString()).doesNotContain("Caller", "fingerprint");
        JsonNode contact = description.at("/paths/~1v1~1cases~1{id}~1contact/post");
        assertThat(contact.get("parameters").toString()).contains("If-Match");
        assertThat(contact.get("responses").propertyNames()).contains("412", "428");
        assertThat(open.toString()).doesNotContain("If-Match");
        assertThat(description.at("/paths/~1v1~1applicant~1appointment/get/security/0").propertyNames())
                .containsExactly("capability");
        assertThat(description.get("paths").propertyNames()).noneMatch(path -> path.startsWith("/v1/openapi"));
    }

    @Test
    void aRouteListsTheProblemsThatItCanAnswerWith() {
        JsonNode paths = send(to("/v1/openapi")).json().get("paths");
        JsonNode contact = paths.at("/~1v1~1cases~1{id}~1contact/post/responses");
        assertThat(types(contact, 401)).containsExactly("urn:refugio:problem:not-signed-in");
        assertThat(types(contact, 412)).containsExactly("urn:refugio:problem:changed-since");
        assertThat(types(contact, 422)).containsExactly("urn:refugio:problem:idempotency-key-missing");
        assertThat(types(contact, 428)).containsExactly("urn:refugio:problem:precondition-required");
        assertThat(types(contact, 503)).containsExactly("urn:refugio:problem:busy",
                "urn:refugio:problem:try-again");
        assertThat(types(paths.at("/~1v1~1internal~1validity/post/responses"), 503)).as("it is not limited")
                .containsExactly("urn:refugio:problem:try-again");
        assertThat(types(paths.at("/~1v1~1cases~1{id}~1decision/post/responses"), 409))
                .containsExactly("urn:refugio:problem:too-early");
        assertThat(types(paths.at("/~1v1~1cases/post/responses"), 422)).containsExactly(
                "urn:refugio:problem:idempotency-key-missing", "urn:refugio:problem:not-valid");
        assertThat(paths.at("/~1v1~1cases/post/requestBody/x-refugio-max-bytes").asInt()).isPositive();
    }

    private static List<String> types(JsonNode responses, int status) {
        return responses.path("" + status).path("x-refugio-problem-types").valueStream().map(JsonNode::asString)
                .toList();
    }

    @Test
    void theDescriptionIsTheSameForEveryRequest() {
        assertThat(send(to("/v1/openapi")).body()).isEqualTo(send(to("/v1/openapi")).body());
    }
}
