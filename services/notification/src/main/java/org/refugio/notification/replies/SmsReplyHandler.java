package org.refugio.notification.replies;

import java.util.List;
import org.refugio.clock.DomainClock;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.replies.unknown.UnknownSenders;
import org.springframework.stereotype.Component;

/** Receives text messages: those of people with a case, and those of others. */
@Component
class SmsReplyHandler implements IncomingSmsListener {

    private final Contacts contacts;
    private final UnknownSenders unknownSenders;
    private final ToldAppointments told;
    private final ReplyAssignment assignment;
    private final DomainClock clock;

    SmsReplyHandler(Contacts contacts, UnknownSenders unknownSenders, ToldAppointments told,
            ReplyAssignment assignment, DomainClock clock) {
        this.contacts = contacts;
        this.unknownSenders = unknownSenders;
        this.told = told;
        this.assignment = assignment;
        this.clock = clock;
    }

    @Override
    public void onSms(IncomingText message) {
        List<Contact> matching = contacts.findByPhone(message.from()); // none that was erased
        String token = contacts.token(message.from());
        String id = MessageIdentity.of(message, token);
        if (matching.isEmpty()) {
            unknownSenders.receive(id, token, message);
        } else {
            assignment.receive(new IncomingReply(id, matching, told.find(matching, token), token, message.text(),
                    clock.instant()));
        }
    }
}
