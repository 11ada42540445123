package org.refugio.notification.replies;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.refugio.notification.contacts.Contact;

/**
 * A text message from a known number before it is interpreted.
 *
 * @param contacts the people with this number, at least one
 * @param told what the number was told, the latest first
 * @param phoneToken a blind-index token of the sender's number
 * @param at in domain time
 */
record IncomingReply(String replyId, List<Contact> contacts, List<ToldAppointment> told, String phoneToken, String text,
        Instant at) {

    /** The people with this number, beginning with those who were written to last. */
    List<Contact> byLatest() {
        return Stream.concat(told.stream().map(ToldAppointment::contact), contacts.stream()).distinct().toList();
    }
}
