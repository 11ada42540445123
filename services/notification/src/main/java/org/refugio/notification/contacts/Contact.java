package org.refugio.notification.contacts;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.Sealed;

/**
 * How a person can be contacted.
 *
 * @param contact sealed
 * @param phoneToken a blind-index token of the phone, by which a reply is assigned to its person; null without a phone
 * @param emailToken a blind-index token of the e-mail address; null without one
 * @param optedOut channels that the person opted out of
 * @param linksRevokedAt links to the applicant page that were issued until then are revoked; null when none are
 */
public record Contact(String caseId, String office, String zone, String language, Sealed contact,
        ContactConsent consent, String phoneToken, String emailToken, Set<Channel> optedOut,
        Instant linksRevokedAt) {

    /** Whether messages may be sent on this channel. */
    public boolean allows(Channel channel) {
        return hasConsent(consent, channel) && !optedOut.contains(channel);
    }

    Contact withTokens(String phone, String email) {
        return new Contact(caseId, office, zone, language, contact, consent, phone, email, optedOut,
                linksRevokedAt);
    }

    Contact withOptOut(Channel channel) {
        Set<Channel> optOuts = EnumSet.of(channel);
        optOuts.addAll(optedOut);
        return new Contact(caseId, office, zone, language, contact, consent, phoneToken, emailToken, optOuts,
                linksRevokedAt);
    }

    Contact withoutOptOut(Channel channel) {
        Set<Channel> optOuts = EnumSet.noneOf(Channel.class);
        optOuts.addAll(optedOut);
        optOuts.remove(channel);
        return new Contact(caseId, office, zone, language, contact, consent, phoneToken, emailToken, optOuts,
                linksRevokedAt);
    }

    Contact withLinksRevoked(Instant at) {
        return new Contact(caseId, office, zone, language, contact, consent, phoneToken, emailToken, optedOut, at);
    }

    /** Whether a link that was issued at this time is not revoked. */
    public boolean acceptsLinkOf(Instant issuedAt) {
        return linksRevokedAt == null || issuedAt.isAfter(linksRevokedAt);
    }

    /** Whether the update consents to a channel to which there was no consent. */
    boolean renewsConsent(Contact update, Channel channel) {
        return !hasConsent(consent, channel) && hasConsent(update.consent(), channel);
    }

    /**
     * Applies a changed phone, e-mail address, consent or language. An opt-out ends only with another address on that
     * channel or a renewed consent, not because another channel was corrected.
     */
    Contact updatedWith(Contact update) {
        Set<Channel> optOuts = EnumSet.noneOf(Channel.class);
        for (Channel channel : optedOut) {
            boolean sameAddress = Objects.equals(token(channel), update.token(channel));
            if (sameAddress && !renewsConsent(update, channel)) {
                optOuts.add(channel);
            }
        }
        return new Contact(caseId, office, zone, update.language(), update.contact(), update.consent(),
                update.phoneToken(),
                update.emailToken(), Collections.unmodifiableSet(optOuts), linksRevokedAt);
    }

    private String token(Channel channel) {
        return switch (channel) {
            case SMS -> phoneToken;
            case EMAIL -> emailToken;
        };
    }

    private static boolean hasConsent(ContactConsent consent, Channel channel) {
        return switch (channel) {
            case SMS -> consent.sms();
            case EMAIL -> consent.email();
        };
    }
}
