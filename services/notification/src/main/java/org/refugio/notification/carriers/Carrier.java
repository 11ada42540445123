package org.refugio.notification.carriers;

import org.refugio.contracts.Channel;

/** Takes messages to people on one channel. */
public interface Carrier {

    Channel channel();

    /** Whether a call makes sense now; false costs nothing. */
    boolean isReachable();

    /**
     * Hand over; a return means that the carrier took it.
     *
     * @param to E.164, or a mailbox
     * @param subject where the channel has one
     * @throws CarrierRejected when it certainly was not taken
     * @throws CarrierOutcomeUnknown when nobody can say
     */
    void send(String to, String subject, String text);
}
