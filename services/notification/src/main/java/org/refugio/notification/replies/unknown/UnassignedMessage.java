package org.refugio.notification.replies.unknown;

import java.time.Instant;
import org.refugio.contracts.Sealed;

/**
 * A message from a number that belongs to no case.
 *
 * @param office that owns the line; {@link #NO_OFFICE} where none does
 * @param sender the number, sealed
 * @param text sealed
 * @param unread whether staff still have to read it
 */
public record UnassignedMessage(String messageId, String office, Sealed sender, Sealed text, boolean unread,
        Instant receivedAt) {

    /** No office has an id like this. Its messages are shown to the staff of every office, so that they are read. */
    public static final String NO_OFFICE = "*";

    UnassignedMessage read() {
        return new UnassignedMessage(messageId, office, sender, text, false, receivedAt);
    }
}
