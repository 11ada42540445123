package org.refugio.messaging.failure;

/** A failure that a repetition cannot resolve until an operator removes the cause. An event that causes it is parked. */
public class PermanentFailure extends RuntimeException {

    private final String reason;

    /**
     * @param reason a stable word that the runbook explains, without personal data
     * @param message for the log, without personal data
     */
    public PermanentFailure(String reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** A stable word that the runbook explains, without personal data. */
    public String reason() {
        return reason;
    }
}
