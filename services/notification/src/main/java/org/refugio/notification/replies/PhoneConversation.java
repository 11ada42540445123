package org.refugio.notification.replies;

import java.time.Instant;

/**
 * What must be remembered of a phone from one text to the next.
 *
 * @param phoneToken a blind-index token of the number
 * @param lastText likewise of the last text
 * @param lastReply the id that it got, at {@code lastAt}
 * @param acknowledged the reply that was acknowledged last, at {@code acknowledgedAt}; null before the first
 */
record PhoneConversation(String phoneToken, String lastText, String lastReply, Instant lastAt, String acknowledged,
        Instant acknowledgedAt) {

    PhoneConversation wrote(String text, String reply, Instant at) {
        return new PhoneConversation(phoneToken, text, reply, at, acknowledged, acknowledgedAt);
    }

    PhoneConversation acknowledged(String reply, Instant at) {
        return new PhoneConversation(phoneToken, lastText, lastReply, lastAt, reply, at);
    }
}
