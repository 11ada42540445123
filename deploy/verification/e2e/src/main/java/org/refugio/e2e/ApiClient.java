package org.refugio.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refugio's public HTTP interfaces, as an external client uses them: one address, a bearer token, JSON. */
public final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();
    private final Installation at;
    private final AccessTokens tokens;

    public ApiClient(Installation at) {
        this.at = at;
        this.tokens = new AccessTokens(at);
    }

    /** A valid access token of the user. */
    public String token(String user) {
        return tokens.of(user);
    }

    /** Read as {@code user}; the caller checks the status of the {@link ApiResponse}. */
    public ApiResponse get(String user, String path) {
        return send(request(user, path).GET());
    }

    /** Send a command as {@code user} under a fresh idempotency key. */
    public ApiResponse post(String user, String path, Object body) {
        return post(user, path, body, UUID.randomUUID().toString());
    }

    /** Send a command as {@code user} under this idempotency key. */
    public ApiResponse post(String user, String path, Object body, String key) {
        return send(command(user, path, body, key));
    }

    /** Send a command on something that exists, in view of the state that {@code seen} is the entity tag of. */
    public ApiResponse post(String user, String path, Object body, String key, String seen) {
        return send(command(user, path, body, key).header("If-Match", '"' + seen + '"'));
    }

    /** Send a command on a resource, in view of its current state: it is read first. */
    public ApiResponse postInView(String user, String resource, String path, Object body, String key) {
        return post(user, path, body, key, get(user, resource).expect2xx().path("etag").asString());
    }

    private HttpRequest.Builder command(String user, String path, Object body, String key) {
        return request(user, path).header("Idempotency-Key", key).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    /** Upload a file. */
    public ApiResponse upload(String user, String path, String fileName, String contentType, byte[] content,
            String key) {
        return send(request(user, path).header("Idempotency-Key", key).header("Content-Type", contentType)
                .header("Refugio-File-Name", encoded(fileName)).POST(BodyPublishers.ofByteArray(content)));
    }

    /** Read bytes. */
    public byte[] bytes(String user, String path) {
        HttpResponse<byte[]> response = exchange(request(user, path).GET().build(), BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new UnexpectedResult("GET " + path + " answered " + response.statusCode());
        }
        return response.body();
    }

    /** Read from the carriers, which are not part of the system. */
    public JsonNode carriers(String path) {
        return send(HttpRequest.newBuilder(URI.create(at.carriersUrl() + path)).timeout(Duration.ofSeconds(10)).GET())
                .expect2xx();
    }

    /** Reply as a phone. */
    public void answerAsPhone(String number, String text) {
        send(HttpRequest.newBuilder(URI.create(at.carriersUrl() + "/api/phones/" + encoded(number) + "/reply"))
                .timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("text", text))))).expect2xx();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String user, String path) {
        return HttpRequest.newBuilder(URI.create(at.publicUrl() + path)).timeout(Duration.ofSeconds(120))
                .header("Authorization", "Bearer " + tokens.of(user)).header("Accept", "application/json, */*");
    }

    private ApiResponse send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        HttpResponse<String> response = exchange(built, BodyHandlers.ofString());
        return new ApiResponse(built.method() + " " + built.uri().getPath(), response.statusCode(), parsed(response));
    }

    private static JsonNode parsed(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        return type.contains("json") && !response.body().isBlank()
                ? JSON.readTree(response.body())
                : JSON.missingNode();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return http.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri().getPath(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
