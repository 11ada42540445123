package org.refugio.console.gateway;

import java.io.IOException;
import java.io.PrintWriter;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** The problem for a path that Tomcat itself rejects, before any filter: {@code %00} or {@code %2f}. */
public class UnreadablePathReport extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, Throwable failure) {
        if (response.getStatus() != 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(GatewayProblem.MEDIA_TYPE);
            PrintWriter writer = response.getReporter();
            if (writer != null) {
                writer.write(GatewayProblem.BAD_REQUEST.json());
                response.finishResponse();
            }
        } catch (IOException _) {
            // the client has disconnected
        }
    }
}
