package org.refugio.notification.contacts;

import java.util.EnumSet;
import java.util.Set;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.Sealed;

/**
 * How a person may be reached.
 *
 * @param contact sealed
 * @param phoneToken a blind-index token of the phone, by which an answer finds its person; null without a phone
 * @param optedOut channels on which the person asked for silence
 */
public record Contact(String caseId, String office, String zone, String language, Sealed contact,
        ContactConsent consent, String phoneToken, Set<Channel> optedOut) {

    /** Whether a message may go out on this channel. */
    public boolean allows(Channel channel) {
        boolean agreed = switch (channel) {
            case SMS -> consent.sms();
            case EMAIL -> consent.email();
        };
        return agreed && !optedOut.contains(channel);
    }

    Contact without(Channel channel) {
        Set<Channel> silent = EnumSet.of(channel);
        silent.addAll(optedOut);
        return new Contact(caseId, office, zone, language, contact, consent, phoneToken, silent);
    }

    Contact reachedBy(Sealed now, ContactConsent nowConsent, String nowLanguage, String token) {
        return new Contact(caseId, office, zone, nowLanguage, now, nowConsent, token, Set.of());
    }
}
