package org.refugio.access.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem detail for a request that has not reached a controller. */
public final class ProblemWriter {

    /** In seconds. */
    static final String RETRY_AFTER = "2";

    private final JsonMapper json;
    private final LocaleResolver languages;

    /**
     * @param json writes the problem detail
     * @param languages finds the reader's language
     */
    public ProblemWriter(JsonMapper json, LocaleResolver languages) {
        this.json = json;
        this.languages = languages;
    }

    /** Writes the status and the body of the response; a 503 has a {@code Retry-After}. */
    public void write(HttpServletRequest request, HttpServletResponse response, StandardProblem problem)
            throws IOException {
        Locale reader = languages.resolveLocale(request);
        write(response, problem.body(reader), reader);
    }

    /** The same with a support code. */
    public void write(HttpServletRequest request, HttpServletResponse response, StandardProblem problem,
            String supportCode) throws IOException {
        Locale reader = languages.resolveLocale(request);
        write(response, problem.body(reader, supportCode), reader);
    }

    /** The problem detail as JSON in ASCII, for a response whose encoding is not decided yet. */
    String ascii(ProblemDetail problem) {
        return json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(problem);
    }

    private void write(HttpServletResponse response, ProblemDetail problem, Locale reader) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag());
        if (problem.getStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                && !response.containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
