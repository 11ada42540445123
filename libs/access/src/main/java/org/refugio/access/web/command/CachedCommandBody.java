package org.refugio.access.web.command;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request whose JSON body is cached, so that it can be both digested and read. Other bodies are streamed: an upload is never
 * kept in memory.
 */
public final class CachedCommandBody extends HttpServletRequestWrapper {

    private static final String ATTRIBUTE = CachedCommandBody.class.getName();

    private final byte[] body;

    private CachedCommandBody(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * The request with its body cached if it is a command with a JSON body or none, otherwise the request itself.
     *
     * @param largest the maximum size in bytes
     * @throws BodyTooLarge when the body to be cached is larger
     */
    public static HttpServletRequest cache(HttpServletRequest request, int largest) throws IOException {
        if (!isCacheable(request)) {
            return request;
        }
        if (request.getContentLengthLong() > largest) {
            throw new BodyTooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(largest + 1);
        if (body.length > largest) {
            throw new BodyTooLarge();
        }
        request.setAttribute(ATTRIBUTE, body);
        return new CachedCommandBody(request, body);
    }

    /** Whether the body is JSON or there is none, so that it is read before the command is executed. */
    public static boolean isCacheable(HttpServletRequest request) {
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            return false;
        }
        String type = request.getContentType();
        return type == null
                ? request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null
                : isJson(type);
    }

    /** Whether a header names a type of JSON; it may contain anything. */
    public static boolean isJson(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).matches("application/([a-z.-]+\\+)?json\\s*(;.*)?");
    }

    /** The cached body; empty when it is streamed. */
    public static Optional<byte[]> of(HttpServletRequest request) {
        return Optional.ofNullable((byte[]) request.getAttribute(ATTRIBUTE));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body has already been read");
            }

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }
        };
    }
}
