package org.refugio.notification.carriers;

/** The carrier certainly has not taken the message. */
public class CarrierRejected extends RuntimeException {

    private final String reason;
    private final boolean mayPass;

    /**
     * @param reason a stable word
     * @param mayPass whether another try later can succeed
     */
    public CarrierRejected(String reason, boolean mayPass, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.mayPass = mayPass;
    }

    /** It could not be reached. */
    static CarrierRejected away(Throwable cause) {
        return new CarrierRejected("carrier-away", true, cause);
    }

    public String reason() {
        return reason;
    }

    public boolean mayPass() {
        return mayPass;
    }
}
