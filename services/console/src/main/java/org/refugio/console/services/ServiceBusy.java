package org.refugio.console.services;

import org.refugio.access.web.admission.SystemBusy;

/** A service has no place for the request at the moment; nothing was done for it. */
public final class ServiceBusy extends ServiceUnreachable {

    private final long retryAfterSeconds;

    ServiceBusy(String service, long retryAfterSeconds) {
        super(service, null);
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** When to try again, as in {@link SystemBusy#retryAfterSeconds}. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
