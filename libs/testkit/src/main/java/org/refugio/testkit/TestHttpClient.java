package org.refugio.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP client of a service on the loopback address, with the credentials of one person.
 *
 * @param authorization the value of the header {@code Authorization}; null: without credentials
 */
public record TestHttpClient(int port, String authorization) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client for a person with these roles, each {@code office:role}. */
    public static TestHttpClient as(int port, String... memberships) {
        return new TestHttpClient(port, "Bearer " + TestNamespace.token("user-1", memberships));
    }

    /** A response; {@code body} is a missing node when it was not JSON. */
    public record Reply(int status, JsonNode body, byte[] bytes) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Reply that && status == that.status && body.equals(that.body);
        }

        @Override
        public int hashCode() {
            return status;
        }

        @Override
        public String toString() {
            return status + " " + body;
        }
    }

    /** Sends a GET request. */
    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** Sends a command with a new idempotency key. */
    public Reply post(String path, String body) {
        return post(path, body, UUID.randomUUID().toString());
    }

    /** Sends a command with this idempotency key. */
    public Reply post(String path, String body, String key) {
        return send(request(path).header("Idempotency-Key", key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Uploads a file with this idempotency key. */
    public Reply upload(String path, String fileName, String contentType, byte[] content, String key) {
        return send(request(path).header("Idempotency-Key", key).header("Content-Type", contentType)
                .header("Refugio-File-Name", fileName).POST(BodyPublishers.ofByteArray(content)));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder = HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + port + path.replace(" ", "%20")))
                .timeout(Duration.ofSeconds(30));
        return authorization == null ? builder : builder.header("Authorization", authorization);
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Reply(response.statusCode(), json ? JSON.readTree(response.body()) : JSON.missingNode(),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
