package org.refugio.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP client of a service on the loopback address, with the credentials of one person.
 *
 * @param authorization the value of the header {@code Authorization}; null: without credentials
 * @param seen the entity tag that the commands tell as seen ({@code If-Match}), without quotes; null: none
 */
public record TestHttpClient(int port, String authorization, String seen) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** A client whose commands do not tell what was seen. */
    public TestHttpClient(int port, String authorization) {
        this(port, authorization, null);
    }

    /** The same client, whose commands tell that this entity tag was seen. */
    public TestHttpClient seeing(String etag) {
        return new TestHttpClient(port, authorization, etag);
    }

    /** The same client, whose commands tell that the current state of this resource was seen. */
    public TestHttpClient seeingNow(String path) {
        return seeing(get(path).etag());
    }

    /** A client for a person with these roles, each {@code office:role}. */
    public static TestHttpClient as(int port, String... memberships) {
        return new TestHttpClient(port, "Bearer " + TestNamespace.token("user-1", memberships));
    }

    /** A response; {@code body} is a missing node when it was not JSON, {@code etag} has no quotes and may be empty. */
    public record Reply(int status, JsonNode body, byte[] bytes, String etag, HttpHeaders headers) {

        /** The value of a header of the response. */
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

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
        HttpRequest.Builder command = request(path).header("Idempotency-Key", key)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        return send(seen == null ? command : command.header("If-Match", '"' + seen + '"'));
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
                    response.body(), response.headers().firstValue("ETag").orElse("").replace("\"", ""),
                    response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
