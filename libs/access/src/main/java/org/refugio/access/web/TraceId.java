package org.refugio.access.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** The id of a request in all logs; users see it as the support code. */
public final class TraceId {

    private static final String KEY = "traceId";

    private TraceId() {
    }

    /** The current trace id, otherwise that of the request's traceparent, otherwise a new one: 32 hexadecimal digits. */
    public static String of(String traceparent) {
        String current = MDC.get(KEY);
        if (current != null) {
            return current;
        }
        if (traceparent != null && traceparent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*")) {
            return traceparent.substring(3, 35);
        }
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
