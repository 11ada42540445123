package org.refugio.notification.replies;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** Takes a text from a phone: finds whose it is and what it is about. Where that is not sure, a person decides. */
@Component
class SmsReplyHandler implements IncomingSmsListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmsReplyHandler.class);

    private final Contacts contacts;
    private final PhoneConversations phones;
    private final LastMessageLookup lastMessage;
    private final ReplyActions understood;
    private final DomainClock clock;

    SmsReplyHandler(Contacts contacts, PhoneConversations phones, LastMessageLookup lastMessage,
            ReplyActions understood,
            DomainClock clock) {
        this.contacts = contacts;
        this.phones = phones;
        this.lastMessage = lastMessage;
        this.understood = understood;
        this.clock = clock;
    }

    @Override
    public void on(String phone, String text) {
        // of an erased case nothing may be kept, and nothing can be
        List<Contact> reached = contacts.at(phone).stream().filter(each -> contacts.details(each).isPresent()).toList();
        if (reached.isEmpty()) {
            LOG.info("an answer from a number that belongs to no case");
            return;
        }
        String token = contacts.token(phone);
        String id = phones.replyOf(token, text, Instant.now());
        List<IncomingReply> answers = reached.stream().map(contact -> new IncomingReply(
                reached.size() == 1 ? id : DerivedIds.derived(id, contact.caseId()), contact, token, Channel.SMS, text,
                clock.instant())).toList();
        switch (ReplyInterpreter.of(text)) {
            case OPT_OUT -> answers.forEach(understood::silence);
            case UNCLEAR -> answers.forEach(understood::unclear);
            case CONFIRMS -> aboutOneOf(answers, ReplyInterpreter.CONFIRMS);
            case WANTS_CHANGE -> aboutOneOf(answers, ReplyInterpreter.WANTS_CHANGE);
        }
    }

    /** A shared phone: it is clear only when just one of its people has an appointment to answer about. */
    private void aboutOneOf(List<IncomingReply> answers, ReplyInterpreter meaning) {
        Map<IncomingReply, ReminderPlan> possible = answers.stream()
                .flatMap(each -> lastMessage.to(each.contact().caseId()).map(plan -> Map.entry(each, plan)).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Optional<Map.Entry<IncomingReply, ReminderPlan>> only = possible.size() == 1
                ? possible.entrySet().stream().findFirst()
                : Optional.empty();
        only.ifPresentOrElse(one -> understood.about(one.getKey(), one.getValue(), meaning),
                () -> answers.forEach(understood::unclear));
    }
}
