package org.refugio.notification.contacts;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.Sealed;

/**
 * How a person may be reached.
 *
 * @param contact sealed
 * @param phoneToken a blind-index token of the phone, by which an answer finds its person; null without a phone
 * @param emailToken likewise of the mailbox
 * @param optedOut channels on which the person asked for silence
 */
public record Contact(String caseId, String office, String zone, String language, Sealed contact,
        ContactConsent consent, String phoneToken, String emailToken, Set<Channel> optedOut) {

    /** Whether a message may go out on this channel. */
    public boolean allows(Channel channel) {
        return agreed(consent, channel) && !optedOut.contains(channel);
    }

    Contact without(Channel channel) {
        Set<Channel> silent = EnumSet.of(channel);
        silent.addAll(optedOut);
        return new Contact(caseId, office, zone, language, contact, consent, phoneToken, emailToken, silent);
    }

    /**
     * Another phone, mailbox, consent or language. Who asked a phone for silence is not heard again on it because somebody
     * corrected the mailbox: only another number, or a consent given anew, ends it.
     */
    Contact reachedBy(Contact now) {
        Set<Channel> silent = EnumSet.noneOf(Channel.class);
        for (Channel channel : optedOut) {
            boolean same = Objects.equals(token(channel), now.token(channel));
            boolean agreedAnew = !agreed(consent, channel) && agreed(now.consent(), channel);
            if (same && !agreedAnew) {
                silent.add(channel);
            }
        }
        return new Contact(caseId, office, zone, now.language(), now.contact(), now.consent(), now.phoneToken(),
                now.emailToken(), Collections.unmodifiableSet(silent));
    }

    private String token(Channel channel) {
        return switch (channel) {
            case SMS -> phoneToken;
            case EMAIL -> emailToken;
        };
    }

    private static boolean agreed(ContactConsent consent, Channel channel) {
        return switch (channel) {
            case SMS -> consent.sms();
            case EMAIL -> consent.email();
        };
    }
}
