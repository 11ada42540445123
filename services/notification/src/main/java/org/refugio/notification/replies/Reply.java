package org.refugio.notification.replies;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.contracts.Sealed;

/**
 * What somebody answered.
 *
 * @param text sealed
 * @param unread whether a person still has to read it
 */
public record Reply(String replyId, String caseId, String office, String appointmentId, String meaning, Sealed text,
        Channel channel, boolean unread, Instant receivedAt) {}
