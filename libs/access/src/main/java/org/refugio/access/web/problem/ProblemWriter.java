package org.refugio.access.web.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem detail for a request that has not reached a controller. */
public final class ProblemWriter {

    private final JsonMapper json;

    /** @param json writes the problem detail */
    public ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes the status and the body of the response. */
    public void write(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
