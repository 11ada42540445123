package org.refugio.notification.replies.unknown;

import java.time.Instant;
import java.util.List;
import org.refugio.clock.DomainClock;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.notification.NotificationSettings;
import org.refugio.notification.carriers.IncomingText;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.replies.interpretation.Meaning;
import org.refugio.notification.replies.interpretation.ReplyInterpreter;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.springframework.stereotype.Component;

/**
 * Receives messages from numbers that belong to no case, under a key of their sender. They get no response, because
 * anybody can cause them; an opt-out applies nevertheless.
 */
@Component
public class UnknownSenders {

    private final UnassignedMessages messages;
    private final Contacts contacts;
    private final NotificationSettings settings;
    private final Privacy privacy;
    private final DomainClock clock;

    UnknownSenders(UnassignedMessages messages, Contacts contacts, NotificationSettings settings, Privacy privacy,
            DomainClock clock) {
        this.messages = messages;
        this.contacts = contacts;
        this.settings = settings;
        this.privacy = privacy;
        this.clock = clock;
    }

    /** Stores the message; delivered again it is stored once. */
    public void receive(String messageId, String phoneToken, IncomingText message) {
        Subject sender = Subject.ofSender(DerivedIds.derived("sender", phoneToken));
        privacy.register(sender);
        messages.add(new UnassignedMessage(messageId,
                settings.officeOf(message.line()).orElse(UnassignedMessage.NO_OFFICE),
                privacy.seal(sender, message.from().e164()), privacy.seal(sender, message.text()), true,
                clock.instant()));
        Instant at = messages.find(messageId).orElseThrow().receivedAt(); // earlier, when it is delivered again
        Meaning meaning = ReplyInterpreter.of(message.text()).meaning();
        if (meaning == Meaning.OPT_OUT) {
            contacts.optOut(phoneToken, List.of(), at);
        } else if (meaning == Meaning.OPT_IN) {
            contacts.optIn(phoneToken, List.of(), at);
        }
    }
}
