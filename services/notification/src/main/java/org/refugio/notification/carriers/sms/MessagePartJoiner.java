package org.refugio.notification.carriers.sms;

import org.refugio.notification.carriers.IncomingText;

/** Joins the parts of long messages. */
interface MessagePartJoiner {

    /**
     * Stores this part durably; the part that completes the message hands it on.
     *
     * @param message the part, with its own text
     * @param octets the text of the part as it was received, because a part may end within a character
     */
    void add(IncomingText message, MessagePart part, byte coding, byte[] octets);
}
