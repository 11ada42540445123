package org.refugio.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.refugio.testkit.TestInfrastructure;

/**
 * The environment of the console in its tests: an identity provider without a form, and services with fixed responses.
 */
final class FakeServices {

    static final FakeServices SHARED = new FakeServices();

    private final HttpServer server;
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final Map<String, String> queries = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<String>>> headers = new ConcurrentHashMap<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();
    private final Map<String, String> languages = new ConcurrentHashMap<>();
    private final Map<String, String> marks = new ConcurrentHashMap<>();
    private volatile String[] memberships = {};

    private FakeServices() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String uri() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Users who sign in from now on have these memberships. */
    void everybodyIs(String... held) {
        memberships = held;
    }

    /** Set the response of a path of any service. */
    void says(String methodAndPath, String json) {
        statuses.remove(methodAndPath);
        answers.put(methodAndPath, json);
    }

    /** Set a header, with the value {@code true}, of the response to a path of any service. */
    void marks(String methodAndPath, String header) {
        marks.put(methodAndPath, header);
    }

    /** Set the problem with which a service responds to a path. */
    void refuses(String methodAndPath, int status, String problem) {
        answers.put(methodAndPath, problem);
        statuses.put(methodAndPath, status);
    }

    /** The Accept-Language of the last call with this method and path. */
    String language(String methodAndPath) {
        return languages.get(methodAndPath);
    }

    /** The calls so far: method, path and bearer scheme. */
    List<String> calls() {
        return calls;
    }

    /** The body of the last call with this method and path. */
    String body(String methodAndPath) {
        return bodies.get(methodAndPath);
    }

    /** The encoded query of the last call with this method and path. */
    String query(String methodAndPath) {
        return queries.get(methodAndPath);
    }

    /** The headers of the last call with this method and path. */
    Map<String, List<String>> headers(String methodAndPath) {
        return headers.get(methodAndPath);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getRawQuery() == null ? "" : exchange.getRequestURI().getRawQuery();
        switch (path) {
            case "/.well-known/openid-configuration" -> send(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "end_session_endpoint":"%1$s/out","jwks_uri":"%2$s/keys","subject_types_supported":["public"],
                 "response_types_supported":["code"],"id_token_signing_alg_values_supported":["RS256"]}
                """.formatted(uri(), TestInfrastructure.shared().issuer().uri()));
            case "/authorize" -> {
                String code = "c" + nonces.size();
                nonces.put(code, parameter(query, "nonce"));
                exchange.getResponseHeaders().add("Location",
                        java.net.URLDecoder.decode(parameter(query, "redirect_uri"), StandardCharsets.UTF_8) + "?code="
                                + code + "&state=" + parameter(query, "state"));
                exchange.sendResponseHeaders(302, -1);
                exchange.close();
            }
            case "/token" -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                send(exchange, 200, tokens(nonces.getOrDefault(parameter(body, "code"), "")));
            }
            default -> {
                calls.add(exchange.getRequestMethod() + " " + path + " "
                        + String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")).split(" ")[0]);
                queries.put(exchange.getRequestMethod() + " " + path, query);
                headers.put(exchange.getRequestMethod() + " " + path, Map.copyOf(exchange.getRequestHeaders()));
                String mark = marks.get(exchange.getRequestMethod() + " " + path);
                if (mark != null) {
                    exchange.getResponseHeaders().add(mark, "true");
                }
                exchange.getResponseHeaders().add("X-Internal", "1");
                exchange.getResponseHeaders().add("Set-Cookie", "service=1");
                bodies.put(exchange.getRequestMethod() + " " + path,
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                String said = answers.get(exchange.getRequestMethod() + " " + path);
                languages.put(exchange.getRequestMethod() + " " + path,
                        String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")));
                send(exchange, said == null
                        ? 404
                        : statuses.getOrDefault(exchange.getRequestMethod() + " " + path, 200),
                        said == null ? "{}" : said);
            }
        }
    }

    /** An access token with this membership, {@code office:role}. */
    String token(String membership) {
        long now = java.time.Instant.now().getEpochSecond();
        return TestInfrastructure.shared().issuer().sign(
                "{\"iss\":\"%s\",\"sub\":\"u1\",\"aud\":[\"refugio-api\"],\"iat\":%d,\"exp\":%d,\"memberships\":[\"%s\"]}"
                        .formatted(uri(), now, now + 60, membership));
    }

    private String tokens(String nonce) {
        long now = Instant.now().getEpochSecond();
        String access = TestInfrastructure.shared().issuer()
                .sign("{\"iss\":\"%s\",\"sub\":\"u1\",\"aud\":[\"refugio-api\"],\"iat\":%d,\"exp\":%d,\"memberships\":[%s]}"
                        .formatted(uri(), now, now + 60, Arrays.stream(memberships).map("\"%s\""::formatted)
                                .collect(Collectors.joining(","))));
        String id = TestInfrastructure.shared().issuer().sign(
                "{\"iss\":\"%s\",\"sub\":\"u1\",\"aud\":[\"refugio-console\"],\"iat\":%d,\"exp\":%d,\"nonce\":\"%s\",\"name\":\"Ana\"}"
                        .formatted(uri(), now, now + 60, java.net.URLDecoder.decode(nonce, StandardCharsets.UTF_8)));
        return "{\"access_token\":\"%s\",\"id_token\":\"%s\",\"refresh_token\":\"r\",\"token_type\":\"Bearer\",\"expires_in\":60}"
                .formatted(access, id);
    }

    private static String parameter(String query, String name) {
        Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(query);
        return found.find() ? found.group(1) : "";
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
