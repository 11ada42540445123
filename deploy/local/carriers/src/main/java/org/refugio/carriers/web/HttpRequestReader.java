package org.refugio.carriers.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The HTTP request. */
record HttpRequestReader(HttpExchange exchange) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    /** The segments of the path, each decoded separately; a plus sign in a number is kept. */
    List<String> segments() {
        return Arrays.stream(exchange.getRequestURI().getRawPath().split("/")).filter(each -> !each.isEmpty())
                .map(each -> URLDecoder.decode(each.replace("+", "%2B"), StandardCharsets.UTF_8)).toList();
    }

    byte[] body() throws IOException {
        return exchange.getRequestBody().readAllBytes();
    }

    /** The fields of a submitted form. */
    Map<String, String> form() throws IOException {
        return Arrays.stream(new String(body(), StandardCharsets.UTF_8).split("&")).map(each -> each.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> decoded(pair[0]), pair -> decoded(pair[1]), (a, b) -> b));
    }

    /** False for a cross-site request from a browser. */
    boolean isFromHere() {
        String host = exchange.getRequestHeaders().getFirst("Host");
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        return host != null && LOOPBACK.contains(host.replaceFirst(":\\d+$", ""))
                && (origin == null || host.equals(URI.create(origin).getAuthority()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
