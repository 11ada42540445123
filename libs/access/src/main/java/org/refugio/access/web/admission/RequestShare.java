package org.refugio.access.web.admission;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.refugio.access.web.command.CachedCommandBody;

/** The kinds of requests that have separate places, so that pages still open while commands wait. */
public enum RequestShare {

    READ,
    COMMAND,

    /** A large body, or one of unknown length: its sender decides how long it takes. */
    TRANSFER;

    /** A body up to this length has arrived at the gateway before it is forwarded. */
    private static final long SMALL_BODY = 256L * 1024;

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** The share of a request. */
    public static RequestShare of(HttpServletRequest request) {
        return of(request.getMethod(), CachedCommandBody.isCacheable(request), request.getContentLengthLong());
    }

    /**
     * The share of a request.
     *
     * @param withoutFile whether there is no body, or it is JSON
     * @param length of the body in bytes, negative when it is not known
     */
    public static RequestShare of(String method, boolean withoutFile, long length) {
        if (SAFE.contains(method)) {
            return READ;
        }
        return withoutFile || length >= 0 && length <= SMALL_BODY ? COMMAND : TRANSFER;
    }

    /** The value of the metrics' tag. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
