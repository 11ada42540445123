package org.refugio.console.gateway;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.refugio.access.web.problem.StandardProblem;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** The problem for a path that Tomcat itself rejects, before any filter: {@code %00} or {@code %2f}. */
public class UnreadablePathReport extends ErrorReportValve {

    private static final String PROBLEM = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class).build()
            .writeValueAsString(StandardProblem.BAD_REQUEST.body());

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() != 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType("application/problem+json");
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(PROBLEM);
                response.finishResponse();
            }
        } catch (IOException _) {
            // the caller is gone
        }
    }
}
