package org.refugio.intake;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP as one person. */
public record Http(int port, String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What came back. */
    public record Reply(int status, JsonNode body) {}

    public Reply get(String path) {
        return client().get().uri(path).exchange((request, response) -> reply(response));
    }

    public Reply post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    public Reply post(String path, String body, String key) {
        return client().post().uri(path).header("Idempotency-Key", key).contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange((request, response) -> reply(response));
    }

    private static Reply reply(org.springframework.http.client.ClientHttpResponse response) throws java.io.IOException {
        byte[] bytes = response.getBody().readAllBytes();
        return new Reply(response.getStatusCode().value(),
                bytes.length == 0 ? JSON.missingNode() : JSON.readTree(bytes));
    }

    private RestClient client() {
        return RestClient.builder().baseUrl("http://127.0.0.1:" + port)
                .defaultHeader("Authorization", "Bearer " + token)
                .build();
    }
}
