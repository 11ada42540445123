package org.refugio.notification.carriers;

/** The carrier certainly has not taken the message. */
public class CarrierRefused extends RuntimeException {

    private final String reason;
    private final boolean mayPass;

    /**
     * @param reason a stable word
     * @param mayPass whether another try later can succeed
     */
    public CarrierRefused(String reason, boolean mayPass, Throwable cause) {
        super(reason, cause);
        this.reason = reason;
        this.mayPass = mayPass;
    }

    /** It could not be reached. */
    static CarrierRefused away(Throwable cause) {
        return new CarrierRefused("carrier-away", true, cause);
    }

    public String reason() {
        return reason;
    }

    public boolean mayPass() {
        return mayPass;
    }
}
