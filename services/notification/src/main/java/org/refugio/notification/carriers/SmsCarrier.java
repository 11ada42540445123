package org.refugio.notification.carriers;

/** Takes texts to phones. */
public interface SmsCarrier {

    /**
     * Hand over; a return means that the carrier took it.
     *
     * @param to E.164
     * @throws CarrierRefused when it certainly was not taken
     * @throws CarrierUnclear when nobody can say
     */
    void send(String to, String text);
}
