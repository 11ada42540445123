package org.refugio.notification.replies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.refugio.addresses.PhoneNumber;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.plans.ReminderPlan;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Assigns a text message to a person and an appointment. Where that is ambiguous, staff decide. */
@Component
class SmsReplyHandler implements IncomingSmsListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmsReplyHandler.class);

    private final Contacts contacts;
    private final PhoneConversations phones;
    private final LastMessageLookup lastMessage;
    private final ReplyActions actions;
    private final DomainClock clock;

    SmsReplyHandler(Contacts contacts, PhoneConversations phones, LastMessageLookup lastMessage,
            ReplyActions actions,
            DomainClock clock) {
        this.contacts = contacts;
        this.phones = phones;
        this.lastMessage = lastMessage;
        this.actions = actions;
        this.clock = clock;
    }

    @Override
    public void onSms(PhoneNumber phone, String text) {
        List<Contact> matching = contacts.findByPhone(phone); // none that was erased: its replies must not be stored
        if (matching.isEmpty()) {
            LOG.info("a reply from a number that belongs to no case");
            return;
        }
        String token = contacts.token(phone);
        String id = phones.replyIdOf(token, text, Instant.now());
        List<IncomingReply> replies = matching.stream().map(contact -> new IncomingReply(
                matching.size() == 1 ? id : DerivedIds.derived(id, contact.caseId()), contact, token, Channel.SMS, text,
                clock.instant())).toList();
        switch (ReplyInterpreter.of(text)) {
            case OPT_OUT -> replies.forEach(actions::optOut);
            case UNCLEAR -> replies.forEach(actions::forwardToStaff);
            case CONFIRMS -> applyIfUnambiguous(replies, ReplyInterpreter.CONFIRMS);
            case WANTS_CHANGE -> applyIfUnambiguous(replies, ReplyInterpreter.WANTS_CHANGE);
        }
    }

    /** A reply from a shared phone is unambiguous when exactly one person has an appointment to answer about. */
    private void applyIfUnambiguous(List<IncomingReply> replies, ReplyInterpreter meaning) {
        Map<IncomingReply, ReminderPlan> candidates = replies.stream()
                .flatMap(each -> lastMessage.planAbout(each.contact().caseId(), each.channel())
                        .map(plan -> Map.entry(each, plan))
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<Map.Entry<IncomingReply, ReminderPlan>> unambiguous = candidates.size() == 1
                ? candidates.entrySet().stream().findFirst()
                : Optional.empty();
        unambiguous.ifPresentOrElse(match -> actions.apply(match.getKey(), match.getValue(), meaning),
                () -> replies.forEach(actions::forwardToStaff));
    }
}
