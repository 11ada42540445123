package org.refugio.console.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;

/** The problem details of the gateway. They contain nothing of the request. */
enum GatewayProblem {

    BAD_REQUEST(400, "The request cannot be read"),
    NOT_FOUND(404, "There is nothing here"),
    TRY_AGAIN(503, "A part of the system does not answer now");

    static final String MEDIA_TYPE = "application/problem+json";

    private final int status;
    private final String title;

    GatewayProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    String json() {
        return "{\"type\":\"urn:refugio:problem:%s\",\"title\":\"%s\",\"status\":%d}"
                .formatted(name().toLowerCase(Locale.ROOT).replace('_', '-'), title, status);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().print(json());
    }
}
