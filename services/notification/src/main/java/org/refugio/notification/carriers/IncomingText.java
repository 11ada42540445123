package org.refugio.notification.carriers;

import org.refugio.addresses.PhoneNumber;

/**
 * A text message from a phone, as a carrier delivered it.
 *
 * @param carrier the name of the carrier
 * @param line what the phone wrote to
 * @param messageId the carrier's id of the message; null where it gives none
 * @param sentAt when the carrier received the message, as it writes that; null where it does not report it
 * @param parts the reference of a message in several parts; empty for one part
 */
public record IncomingText(String carrier, String line, PhoneNumber from, String messageId, String sentAt, String parts,
        String text) {

    /** Without the number and the text, which must not reach a log. */
    @Override
    public String toString() {
        return "IncomingText[carrier=" + carrier + "]";
    }
}
