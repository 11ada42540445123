package org.refugio.notification.replies;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.Channel;
import org.refugio.messaging.Ids;
import org.refugio.notification.contacts.Contact;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.plans.Plan;
import org.refugio.notification.plans.Plans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a text from a phone: finds whose it is and what it is about. Where that is not sure, a person decides. */
@Component
public class TextReceived {

    private static final Logger LOG = LoggerFactory.getLogger(TextReceived.class);

    private final Contacts contacts;
    private final Plans plans;
    private final Understood understood;
    private final DomainClock clock;

    TextReceived(Contacts contacts, Plans plans, Understood understood, DomainClock clock) {
        this.contacts = contacts;
        this.plans = plans;
        this.understood = understood;
        this.clock = clock;
    }

    /** Keep it and what follows from it. The same text from the same phone within a minute is the same answer. */
    public void on(String phone, String text) {
        String id = Ids.derived("sms", contacts.token(phone), text,
                Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        List<Contact> reached = contacts.at(phone);
        if (reached.isEmpty()) {
            LOG.info("an answer from a number that belongs to no case");
            return;
        }
        Meaning meaning = Meaning.of(text);
        List<Talk> talks = reached.stream().flatMap(contact -> about(contact).stream()).toList();
        for (Contact contact : reached) {
            String replyId = reached.size() == 1 ? id : Ids.derived(id, contact.caseId());
            Optional<Talk> talk = talks.size() == 1 ? Optional.of(talks.getFirst()) : Optional.empty();
            Answered answered = new Answered(replyId, contact, Channel.SMS, text, clock.instant());
            if (meaning == Meaning.SILENCE) {
                understood.silence(answered);
            } else if (meaning == Meaning.UNCLEAR || talk.isEmpty()) {
                understood.unclear(answered);
            } else if (talk.get().contact().caseId().equals(contact.caseId())) {
                understood.about(answered, talk.get().plan(), meaning);
            }
        }
    }

    /** An answer, before it is known what it means. */
    record Answered(String replyId, Contact contact, Channel channel, String text, Instant at) {}

    private record Talk(Contact contact, Plan plan) {}

    /** The person's next appointment that still stands: the one that the last message spoke of. */
    private Optional<Talk> about(Contact contact) {
        Instant now = clock.instant();
        return plans.ofCase(contact.caseId()).stream().filter(Plan::standing)
                .filter(each -> each.appointment().start().isAfter(now))
                .min(Comparator.comparing(each -> each.appointment().start())).map(plan -> new Talk(contact, plan));
    }
}
