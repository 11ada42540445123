package org.refugio.console.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import org.springframework.http.StreamingHttpOutputMessage;

/** The body of a request on its way to a service. A small body is buffered, so that it can be repeated. */
record GatewayBody(byte[] kept, InputStream rest) implements StreamingHttpOutputMessage.Body {

    private static final int KEPT_AT_MOST = 256 * 1024;

    /** Empty for no body, also if it was announced: the client of the JDK fails at times when it streams nothing. */
    static Optional<GatewayBody> of(HttpServletRequest request) throws IOException {
        byte[] first = request.getInputStream().readNBytes(KEPT_AT_MOST + 1);
        if (first.length == 0) {
            return Optional.empty();
        }
        return Optional.of(first.length <= KEPT_AT_MOST
                ? new GatewayBody(first, null)
                : new GatewayBody(null,
                        new SequenceInputStream(new ByteArrayInputStream(first), request.getInputStream())));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (kept != null) {
            out.write(kept);
        } else {
            rest.transferTo(out);
        }
    }

    @Override
    public boolean repeatable() {
        return kept != null;
    }
}
