package org.refugio.notification.carriers;

import org.refugio.contracts.Channel;

/** Delivers messages on one channel. */
public interface Carrier {

    /** Unique, and the same as long as messages that it rejected are in the ledger; for settings and metrics. */
    String name();

    Channel channel();

    /** Whether a call can succeed now; answered without calling the carrier. */
    boolean isReachable();

    /**
     * Hands a message over; on return the carrier has accepted it.
     *
     * @param to a phone number (E.164) or an e-mail address
     * @param subject ignored where the channel has none
     * @throws CarrierRejected when the carrier definitely did not accept it
     * @throws CarrierOutcomeUnknown when it is unknown whether the carrier accepted it
     */
    void send(String to, String subject, String text);
}
