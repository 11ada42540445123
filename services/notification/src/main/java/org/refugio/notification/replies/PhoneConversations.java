package org.refugio.notification.replies;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.notification.replies.PhoneConversation.Question;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/** The conversations with all numbers. They limit responses, so that automatic responders cannot cause a loop. */
@Component
class PhoneConversations {

    private final AggregateRepository<PhoneConversation> phones;
    private final Privacy privacy;

    PhoneConversations(AggregateRepositoryFactory factory, Privacy privacy) {
        this.phones = factory.of("phones", PhoneConversation.class, PhoneConversation::phoneToken);
        this.privacy = privacy;
    }

    /** The question that the number was asked and has not answered. */
    Optional<Question> question(String phoneToken) {
        return phones.find(phoneToken).map(StoredAggregate::state).map(PhoneConversation::question);
    }

    /** Whether this reply, which was understood, is responded to. */
    boolean mayRespond(String phoneToken, String reply, Instant now) {
        return decide(phoneToken, reply, found -> found.mayRespond(now), UnaryOperator.identity(), now);
    }

    /** Whether this reply, which was not understood, is responded to: the same text again is not. */
    boolean mayRespondToUnclear(String phoneToken, String reply, String text, Instant now) {
        String token = privacy.token("sms-text", text);
        return decide(phoneToken, reply, found -> found.mayRespond(now) && !found.isRepeated(token, now),
                found -> found.withUnclear(token, now), now);
    }

    /** Whether the person is asked what this reply is about: not again while a question waits for its answer. */
    boolean mayAsk(String phoneToken, String reply, Instant now) {
        return decide(phoneToken, reply, found -> found.mayRespond(now) && !found.wasAsked(now),
                found -> found.withQuestion(reply, now), now);
    }

    /** The question of this reply was answered. */
    void answered(String phoneToken, String questionReply) {
        phones.update(phoneToken, found -> found.question() != null && found.question().reply().equals(questionReply)
                ? Decision.changed(found.withoutQuestion())
                : Decision.unchanged());
    }

    /** Decided once per reply: a reply that is delivered again gets the same response. */
    private boolean decide(String phoneToken, String reply, Predicate<PhoneConversation> rule,
            UnaryOperator<PhoneConversation> change, Instant now) {
        phones.createIfAbsent(phoneToken, () -> Decision.changed(PhoneConversation.with(phoneToken)));
        AtomicBoolean allowed = new AtomicBoolean();
        phones.update(phoneToken, found -> {
            boolean before = found.hasRespondedTo(reply);
            boolean first = !before && rule.test(found);
            allowed.set(before || first);
            return first ? Decision.changed(change.apply(found).withResponse(reply, now)) : Decision.unchanged();
        });
        return allowed.get();
    }
}
