package org.refugio.notification.replies;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/**
 * Tells a text that the carrier delivers again from a new one, and keeps an answering machine at the other end from
 * starting a conversation. By the machine's clock: carriers know no other.
 */
@Component
class PhoneConversations {

    /** A carrier that did not hear our answer delivers again within this. */
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration BETWEEN_ACKNOWLEDGEMENTS = Duration.ofHours(1);

    private final AggregateRepository<PhoneConversation> phones;
    private final Privacy privacy;

    PhoneConversations(AggregateRepositoryFactory factory, Privacy privacy) {
        this.phones = factory.of("phones", PhoneConversation.class, PhoneConversation::phoneToken);
        this.privacy = privacy;
    }

    /** The id of the answer: the one it got before if this is the phone's last text once more. */
    String replyOf(String phoneToken, String text, Instant at) {
        String token = privacy.token("sms-text", text);
        String fresh = DerivedIds.derived("sms", phoneToken, token, at.toString());
        phones.createIfAbsent(phoneToken,
                () -> Decision.changed(new PhoneConversation(phoneToken, token, fresh, at, null, null)));
        AtomicReference<String> reply = new AtomicReference<>();
        phones.update(phoneToken, found -> {
            boolean again = found.lastText().equals(token) && found.lastAt().plus(AGAIN).isAfter(at);
            reply.set(again ? found.lastReply() : fresh);
            return again ? Decision.unchanged() : Decision.changed(found.wrote(token, fresh, at));
        });
        return reply.get();
    }

    /** Whether this answer may be acknowledged: at most one in an hour is. */
    boolean mayAcknowledge(String phoneToken, String reply, Instant at) {
        AtomicBoolean may = new AtomicBoolean();
        phones.update(phoneToken, found -> {
            boolean before = reply.equals(found.acknowledged());
            boolean free = found.acknowledgedAt() == null
                    || !found.acknowledgedAt().plus(BETWEEN_ACKNOWLEDGEMENTS).isAfter(at);
            may.set(before || free);
            return free && !before ? Decision.changed(found.acknowledged(reply, at)) : Decision.unchanged();
        });
        return may.get();
    }
}
