package org.refugio.carriers.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The HTTP response. */
record HttpResponseWriter(int status, Map<String, String> headers, byte[] body) {

    private static final byte[] NOTHING = {};

    static HttpResponseWriter json(byte[] body) {
        return new HttpResponseWriter(200, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
                body);
    }

    static HttpResponseWriter html(String body) {
        return new HttpResponseWriter(200,
                Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store",
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponseWriter text(int status, String body) {
        return new HttpResponseWriter(status, Map.of("Content-Type", "text/plain; charset=utf-8"),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponseWriter empty() {
        return new HttpResponseWriter(204, Map.of(), NOTHING);
    }

    static HttpResponseWriter seeOther(String path) {
        return new HttpResponseWriter(303, Map.of("Location", path), NOTHING);
    }
}
