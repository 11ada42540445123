package org.refugio.notification.carriers;

/** The call ended without an answer: the carrier may or may not have taken the message. It must not be tried again. */
public class CarrierOutcomeUnknown extends RuntimeException {

    public CarrierOutcomeUnknown(Throwable cause) {
        super("no answer from the carrier", cause);
    }
}
