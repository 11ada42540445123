package org.refugio.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.refugio.testkit.identity.TestIssuer;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Starts {@link GuardedApplication} on a real port, with a separate identity provider and store. */
@SpringBootTest(classes = GuardedApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GuardedService {

    static final TestIssuer ISSUER = TestIssuer.start();
    static final String LEGAL = "tapachula:legal-officer";

    static MongoServer startStore() {
        MongoServer store = new MongoServer(new MemoryBackend());
        store.bind();
        return store;
    }

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    static void settings(DynamicPropertyRegistry registry, MongoServer store) {
        registry.add("spring.application.name", () -> "guarded");
        registry.add("management.server.port", () -> "0");
        registry.add("spring.mongodb.uri", () -> store.getConnectionString() + "/?serverSelectionTimeoutMS=300");
        registry.add("refugio.issuer", ISSUER::uri);
    }

    record Answer(int status, String body, HttpResponse<String> whole) {

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        String problem() {
            assertThat(whole.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            return json().get("type").asString();
        }
    }

    final HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    final Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> whole = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(whole.statusCode(), whole.body(), whole);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    final Answer get(String path, String... memberships) {
        return send(to(path).header("Authorization", "Bearer " + ISSUER.token("u1", memberships)));
    }

    final HttpRequest.Builder post(String path, String json, String key, String... memberships) {
        HttpRequest.Builder request = to(path).POST(HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + ISSUER.token("u1", memberships));
        return key == null ? request : request.header("Idempotency-Key", key);
    }
}
