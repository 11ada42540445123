package org.refugio.notification.carriers;

/**
 * The call ended without a response: the carrier may or may not have accepted the message. It must not be sent again.
 */
public class CarrierOutcomeUnknown extends RuntimeException {

    public CarrierOutcomeUnknown(Throwable cause) {
        super("no response from the carrier", cause);
    }
}
