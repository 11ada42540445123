package org.refugio.notification.replies;

import java.time.Instant;

/**
 * The state of the conversation with one phone.
 *
 * @param phoneToken a blind-index token of the number
 * @param lastText a blind-index token of the last text
 * @param lastReply the reply id of the last text, received at {@code lastAt}
 * @param acknowledged the last reply that was acknowledged, at {@code acknowledgedAt}; null before the first
 */
record PhoneConversation(String phoneToken, String lastText, String lastReply, Instant lastAt, String acknowledged,
        Instant acknowledgedAt) {

    PhoneConversation withText(String text, String reply, Instant at) {
        return new PhoneConversation(phoneToken, text, reply, at, acknowledged, acknowledgedAt);
    }

    PhoneConversation withAcknowledgement(String reply, Instant at) {
        return new PhoneConversation(phoneToken, lastText, lastReply, lastAt, reply, at);
    }
}
