package org.refugio.notification.carriers;

/** Handles text messages from phones. */
public interface IncomingSmsListener {

    /**
     * Stores the message durably. The carrier may deliver it again if the acknowledgement was lost.
     */
    void onSms(IncomingText message);
}
