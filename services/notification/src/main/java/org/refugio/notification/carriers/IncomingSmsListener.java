package org.refugio.notification.carriers;

import org.refugio.addresses.PhoneNumber;

/** Handles text messages from phones. */
public interface IncomingSmsListener {

    /**
     * Stores the message durably. The carrier may deliver it again if the acknowledgement was lost.
     */
    void onSms(PhoneNumber phone, String text);
}
