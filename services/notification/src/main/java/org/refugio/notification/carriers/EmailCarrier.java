package org.refugio.notification.carriers;

/** Takes e-mails to mailboxes. */
public interface EmailCarrier {

    /**
     * Hand over; a return means that the server took it.
     *
     * @throws CarrierRefused when it certainly was not taken
     * @throws CarrierUnclear when nobody can say
     */
    void send(String to, String subject, String text);
}
