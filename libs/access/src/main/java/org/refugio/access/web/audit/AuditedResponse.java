package org.refugio.access.web.audit;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * Stands between every route and the wire: the first byte of an answer passes only after the audit trail has it on disk.
 * A route cannot go around it, whichever way it writes; a route that answers about an office's object without having
 * asked whether that office is the caller's is stopped here too.
 */
final class AuditedResponse extends HttpServletResponseWrapper {

    private enum State {
        CLOSED,
        OPEN,
        WITHHELD
    }

    private final HttpServletRequest request;
    private final RequestAudit exchange;
    private final RequestAuditRecorder recorder;
    private State state = State.CLOSED;
    private boolean unchecked;

    AuditedResponse(HttpServletRequest request, HttpServletResponse response, RequestAudit exchange,
            RequestAuditRecorder recorder) {
        super(response);
        this.request = request;
        this.exchange = exchange;
        this.recorder = recorder;
    }

    void open() {
        open(getStatus());
    }

    private void open(int status) {
        if (state == State.OPEN) {
            return;
        }
        if (!unchecked && status < 400 && exchange.forgotToCheck(request)) {
            unchecked = true;
            super.reset();
            throw new AccessNotChecked();
        }
        if (state == State.CLOSED) {
            try {
                recorder.record(request, exchange, status);
                state = State.OPEN;
            } catch (RuntimeException e) {
                state = State.WITHHELD;
                super.reset();
                throw e;
            }
        } else if (status < 500) {
            throw new AccessNotChecked(); // withheld once: only the problem that says so may pass
        }
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        open();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        open();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        open();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        open(status);
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        open(status);
        super.sendError(status);
    }

    @Override
    public void sendRedirect(String location, int status, boolean clearBuffer) throws IOException {
        open(status);
        super.sendRedirect(location, status, clearBuffer);
    }
}
