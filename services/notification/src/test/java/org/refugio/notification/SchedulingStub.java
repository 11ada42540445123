package org.refugio.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.refugio.testkit.TestInfrastructure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stub of scheduling's validity route, which can be made unavailable. */
final class SchedulingStub {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> validRevisions = new ConcurrentHashMap<>();
    private final AtomicInteger requestCount = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean unavailable;

    SchedulingStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/internal/standing", this::respond);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void setValid(String appointment, int revision) {
        validRevisions.put(appointment, revision);
    }

    void setCancelled(String appointment) {
        validRevisions.remove(appointment);
    }

    void setUnavailable(boolean value) {
        unavailable = value;
    }

    int requestCount() {
        return requestCount.get();
    }

    private void respond(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            requestCount.incrementAndGet();
            if (unavailable) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (!authorized(exchange)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] response = JSON.writeValueAsBytes(Map.of("standing", results(body)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, response.length);
            exchange.getResponseBody().write(response);
        }
    }

    private List<Map<String, Object>> results(JsonNode body) {
        List<Map<String, Object>> out = new ArrayList<>();
        body.path("appointments").forEach(each -> {
            String id = each.path("id").asString();
            int revision = each.path("revision").asInt();
            out.add(Map.of("id", id, "revision", revision, "stands", validRevisions.getOrDefault(id, 0) == revision));
        });
        return out;
    }

    private static boolean authorized(HttpExchange exchange) throws IOException {
        String secret = java.nio.file.Files
                .readString(TestInfrastructure.shared().serviceSecretFile(), StandardCharsets.UTF_8)
                .strip();
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && header.contains(secret);
    }
}
