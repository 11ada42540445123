package org.refugio.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.StreamingHttpOutputMessage;

/** The body of a request on its way to a service. A small body is buffered, so that it can be repeated. */
record GatewayBody(byte[] kept, HttpServletRequest request) implements StreamingHttpOutputMessage.Body {

    private static final int KEPT_AT_MOST = 256 * 1024;

    static GatewayBody of(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        return length >= 0 && length <= KEPT_AT_MOST
                ? new GatewayBody(request.getInputStream().readAllBytes(), request)
                : new GatewayBody(null, request);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (kept != null) {
            out.write(kept);
        } else {
            request.getInputStream().transferTo(out);
        }
    }

    @Override
    public boolean repeatable() {
        return kept != null;
    }
}
