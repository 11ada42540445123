package org.refugio.notification.replies;

import java.time.Instant;
import org.refugio.contracts.Channel;
import org.refugio.notification.contacts.Contact;

/**
 * An answer of one person, before it is known what it means.
 *
 * @param phoneToken a blind-index token of the number it came from
 * @param at by the domain's clock
 */
record IncomingReply(String replyId, Contact contact, String phoneToken, Channel channel, String text, Instant at) {}
