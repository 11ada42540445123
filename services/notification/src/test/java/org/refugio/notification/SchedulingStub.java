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

/** Scheduling as notification knows it: one question over HTTP, answered, refused or left unanswered. */
final class SchedulingStub {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Integer> standing = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server;
    private volatile boolean away;

    SchedulingStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/internal/standing", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stands(String appointment, int revision) {
        standing.put(appointment, revision);
    }

    void gone(String appointment) {
        standing.remove(appointment);
    }

    void away(boolean now) {
        away = now;
    }

    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
            asked.incrementAndGet();
            if (away) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (!authorized(exchange)) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] answer = JSON.writeValueAsBytes(Map.of("standing", answers(body)));
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private List<Map<String, Object>> answers(JsonNode body) {
        List<Map<String, Object>> out = new ArrayList<>();
        body.path("appointments").forEach(each -> {
            String id = each.path("id").asString();
            int revision = each.path("revision").asInt();
            out.add(Map.of("id", id, "revision", revision, "stands", standing.getOrDefault(id, 0) == revision));
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
