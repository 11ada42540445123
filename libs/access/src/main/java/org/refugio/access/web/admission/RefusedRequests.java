package org.refugio.access.web.admission;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;

/** Counts the requests that were refused because all places were taken. */
public final class RefusedRequests {

    /** The name of the counter; its tags are {@code share} and {@code reason}. */
    static final String COUNTER = "refugio.requests.refused";

    private final MeterRegistry meters;

    public RefusedRequests(MeterRegistry meters) {
        this.meters = meters;
        for (RequestShare share : RequestShare.values()) {
            for (Reason reason : Reason.values()) {
                meters.counter(COUNTER, "share", share.tag(), "reason", reason.tag()); // so that it exists with 0
            }
        }
    }

    /** Counts one. */
    public void count(RequestShare share, Reason reason) {
        meters.counter(COUNTER, "share", share.tag(), "reason", reason.tag()).increment();
    }

    /** Why a request was refused. */
    public enum Reason {

        /** Too many were waiting already. */
        QUEUE_FULL,

        /** No place became free in time. */
        WAITED_TOO_LONG,

        /** In the console: a service has as many requests as its instances accept. */
        SERVICE_FULL;

        String tag() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
