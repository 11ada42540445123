package org.refugio.access.web.problem;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.util.HtmlUtils;

/** Answers a request that Tomcat itself rejects, before any filter: for instance one with {@code %00} in its path. */
public final class UnreadableRequestValve extends ErrorReportValve {

    private static final String PAGE = """
        <!doctype html>
        <html lang="%s">
        <head><meta charset="utf-8"><title>%2$s</title></head>
        <body><main><h1>%2$s</h1><p>%3$s</p><p><a href="/">Refugio</a></p></main></body>
        </html>
        """;

    private static final ReaderLanguageResolver LANGUAGES = new ReaderLanguageResolver();

    private final ProblemWriter problems;
    private final PageRequests pages;

    public UnreadableRequestValve(ProblemWriter problems, PageRequests pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Locale reader = LANGUAGES.resolveLocale(request);
        ProblemDetail problem = StandardProblem.ofStatus(response.getStatus()).body(reader);
        boolean page = pages.includes(request);
        try {
            response.setContentType(page ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setHeader("Content-Language", reader.toLanguageTag());
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(page
                        ? PAGE.formatted(reader.toLanguageTag(), HtmlUtils.htmlEscape(problem.getTitle()),
                                HtmlUtils.htmlEscape(problem.getDetail()))
                        : problems.ascii(problem));
                response.finishResponse();
            }
        } catch (IOException _) {
            // the client has disconnected
        }
    }
}
