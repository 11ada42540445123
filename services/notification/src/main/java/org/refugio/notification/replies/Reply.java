package org.refugio.notification.replies;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.contracts.Sealed;

/**
 * A person's stored reply.
 *
 * @param text sealed
 * @param unread whether staff still have to read it
 */
public record Reply(String replyId, String caseId, String office, String appointmentId, String meaning, Sealed text,
        Channel channel, boolean unread, Instant receivedAt) {}
