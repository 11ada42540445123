package org.refugio.notification.carriers;

/** The carrier definitely did not accept the message. */
public class CarrierRejected extends RuntimeException {

    private final String reason;
    private final boolean retryable;

    /**
     * @param reason a stable code
     * @param retryable whether a later attempt can succeed
     */
    public CarrierRejected(String reason, boolean retryable, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.retryable = retryable;
    }

    /** The carrier could not be reached. */
    public static CarrierRejected unreachable(Throwable cause) {
        return new CarrierRejected("carrier-away", true, cause);
    }

    public String reason() {
        return reason;
    }

    public boolean retryable() {
        return retryable;
    }
}
