package org.refugio.access.web.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Sends the first byte of a response only after its audit entry is on disk, whichever way the route writes it. The response
 * of a route that should have checked the office of an object and did not is withheld, too.
 */
final class AuditedResponse extends HttpServletResponseWrapper {

    private enum State {
        UNAUDITED,
        RELEASED,
        WITHHELD
    }

    private final HttpServletRequest request;
    private final RequestAudit audit;
    private final RequestAuditRecorder recorder;
    private State state = State.UNAUDITED;
    private boolean accessNotChecked;

    AuditedResponse(HttpServletRequest request, HttpServletResponse response, RequestAudit audit,
            RequestAuditRecorder recorder) {
        super(response);
        this.request = request;
        this.audit = audit;
        this.recorder = recorder;
    }

    void release() {
        release(getStatus());
    }

    private void release(int status) {
        if (state == State.RELEASED) {
            return;
        }
        if (!accessNotChecked && status < 400 && audit.lacksOfficeCheck(request)) {
            accessNotChecked = true;
            super.reset();
            throw new AccessNotChecked();
        }
        if (state == State.UNAUDITED) {
            try {
                recorder.record(request, audit, status);
                state = State.RELEASED;
            } catch (RuntimeException e) {
                state = State.WITHHELD;
                super.reset();
                throw e;
            }
        } else if (status < 500) {
            throw new AccessNotChecked(); // after a response was withheld only the problem detail may be sent
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        release();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        release();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        release();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        release(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        release(status);
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        release(status);
        super.sendRedirect(location, status, clearBuffer);
    }
}
