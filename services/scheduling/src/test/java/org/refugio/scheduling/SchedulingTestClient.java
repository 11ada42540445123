package org.refugio.scheduling;

import java.io.IOException;
import java.util.UUID;
import org.refugio.testkit.TestNamespace;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of one instance over HTTP, with an {@code Authorization} header. */
public record SchedulingTestClient(RestClient client, String authorization) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The response. */
    public record Reply(int status, JsonNode body) {

        public String id() {
            return body.path("aggregate").asString();
        }

        public String problem() {
            return body.path("type").asString().replace("urn:refugio:problem:", "");
        }
    }

    public static SchedulingTestClient as(int port, String... memberships) {
        return with(port, "Bearer " + TestNamespace.token("person-1", memberships));
    }

    public static SchedulingTestClient with(int port, String authorization) {
        return new SchedulingTestClient(RestClient.builder().requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl("http://127.0.0.1:" + port).build(), authorization);
    }

    /** The same client, whose commands tell that this entity tag was seen. */
    public SchedulingTestClient seeing(String etag) {
        return new SchedulingTestClient(client.mutate().defaultHeader("If-Match", '"' + etag + '"').build(),
                authorization);
    }

    /** The same client, whose commands tell that the current state of this appointment was seen. */
    public SchedulingTestClient seeingNow(String path) {
        return seeing(get(path).body().path("etag").asString());
    }

    public Reply get(String path) {
        return exchange(HttpMethod.GET, path, null, null);
    }

    public Reply post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Reply post(String path, String body, String key) {
        return exchange(HttpMethod.POST, path, body, key);
    }

    private Reply exchange(HttpMethod method, String path, String body, String key) {
        RestClient.RequestBodySpec request = client.method(method).uri(path).header("Authorization", authorization);
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        return request.exchange((_, response) -> reply(response));
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        byte[] bytes = response.getBody().readAllBytes();
        return new Reply(response.getStatusCode().value(),
                bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes));
    }
}
