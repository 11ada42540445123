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
 * Recognises a text that the carrier delivers twice, and limits acknowledgements so that an automatic responder cannot
 * cause a loop. Uses machine time, because carriers do not follow the domain clock.
 */
@Component
class PhoneConversations {

    /** A carrier that did not receive the acknowledgement delivers again within this time. */
    private static final Duration REDELIVERY_WINDOW = Duration.ofMinutes(10);
    private static final Duration ACKNOWLEDGEMENT_INTERVAL = Duration.ofHours(1);

    private final AggregateRepository<PhoneConversation> phones;
    private final Privacy privacy;

    PhoneConversations(AggregateRepositoryFactory factory, Privacy privacy) {
        this.phones = factory.of("phones", PhoneConversation.class, PhoneConversation::phoneToken);
        this.privacy = privacy;
    }

    /** The id of the reply: the earlier id if the phone's last text is delivered again. */
    String replyIdOf(String phoneToken, String text, Instant at) {
        String token = privacy.token("sms-text", text);
        String newId = DerivedIds.derived("sms", phoneToken, token, at.toString());
        phones.createIfAbsent(phoneToken,
                () -> Decision.changed(new PhoneConversation(phoneToken, token, newId, at, null, null)));
        AtomicReference<String> reply = new AtomicReference<>();
        phones.update(phoneToken, found -> {
            boolean redelivered = found.lastText().equals(token) && found.lastAt().plus(REDELIVERY_WINDOW).isAfter(at);
            reply.set(redelivered ? found.lastReply() : newId);
            return redelivered ? Decision.unchanged() : Decision.changed(found.withText(token, newId, at));
        });
        return reply.get();
    }

    /** Whether this reply may be acknowledged: at most one per hour is. */
    boolean mayAcknowledge(String phoneToken, String reply, Instant at) {
        AtomicBoolean allowed = new AtomicBoolean();
        phones.update(phoneToken, found -> {
            boolean acknowledgedBefore = reply.equals(found.acknowledged());
            boolean intervalOver = found.acknowledgedAt() == null
                    || !found.acknowledgedAt().plus(ACKNOWLEDGEMENT_INTERVAL).isAfter(at);
            allowed.set(acknowledgedBefore || intervalOver);
            return intervalOver && !acknowledgedBefore
                    ? Decision.changed(found.withAcknowledgement(reply, at))
                    : Decision.unchanged();
        });
        return allowed.get();
    }
}
