package org.refugio.notification.replies;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.notification.contacts.Contact;

/**
 * A person's reply before it is interpreted.
 *
 * @param phoneToken a blind-index token of the sender's number
 * @param at in domain time
 */
record IncomingReply(String replyId, Contact contact, String phoneToken, Channel channel, String text, Instant at) {}
