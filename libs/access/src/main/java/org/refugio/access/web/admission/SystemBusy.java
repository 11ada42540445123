package org.refugio.access.web.admission;

/** The request was refused before anything was done for it. */
public final class SystemBusy extends RuntimeException {

    private final long retryAfterSeconds;

    SystemBusy(long retryAfterSeconds) {
        super("All places are taken", null, false, false); // without a stack trace: there are many of them at a bad time
        this.retryAfterSeconds = retryAfterSeconds;
    }

    /** The value of the header {@code Retry-After}. */
    public long retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
