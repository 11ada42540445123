package org.refugio.messaging.failure;

/** The record itself is at fault: trying again cannot succeed until somebody mends the cause. */
public class PermanentFailure extends RuntimeException {

    /** A stable word for the runbook, without personal data. */
    private final String reason;

    public PermanentFailure(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }
}
