package org.refugio.carriers.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is answered. */
record Response(int status, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    static Response json(byte[] body) {
        return new Response(200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), body);
    }

    static Response html(String body) {
        return new Response(200,
                Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Response text(int status, String body) {
        return new Response(status, Map.of("Content-Type", "text/plain; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Response empty() {
        return new Response(204, Map.of(), NOTHING);
    }

    static Response seeOther(String path) {
        return new Response(303, Map.of("Location", path), NOTHING);
    }
}
