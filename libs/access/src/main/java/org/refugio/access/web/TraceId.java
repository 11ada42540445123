package org.refugio.access.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** The id by which a request is found in every log; people read it out as the support code. */
public final class TraceId {

    private static final String KEY = "traceId";

    private TraceId() {
    }

    /** The one that tracing set, or else the caller's, or else a new one. */
    public static String of(String traceparent) {
        String traced = MDC.get(KEY);
        if (traced != null) {
            return traced;
        }
        if (traceparent != null && traceparent.matches("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}.*")) {
            return traceparent.substring(3, 35);
        }
        byte[] bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
