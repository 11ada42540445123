package org.refugio.notification.contacts;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.addresses.PhoneNumber;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.contracts.IntakeEvent.ContactChanged;
import org.refugio.contracts.Sealed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.privacy.Privacy;
import org.springframework.stereotype.Component;

/** The contacts of all cases. */
@Component
public class Contacts {

    private static final int EARLIER_TOKEN_DIGITS = 10;

    private final AggregateRepository<Contact> contacts;
    private final NumberOptOuts optOuts;
    private final Privacy privacy;

    Contacts(AggregateRepositoryFactory factory, NumberOptOuts optOuts, Privacy privacy) {
        this.optOuts = optOuts;
        this.contacts = factory.of("contacts", Contact.class, Contact::caseId, Indexes.ascending("state.phoneToken"));
        this.privacy = privacy;
    }

    public Optional<Contact> find(String caseId) {
        return contacts.find(caseId).map(StoredAggregate::state);
    }

    /** All contacts with this phone number that were not erased. */
    public List<Contact> findByPhone(PhoneNumber phone) {
        return contacts.all(Filters.in("state.phoneToken", token(phone), earlierToken(phone))).stream()
                .map(StoredAggregate::state).filter(each -> phoneOf(details(each)).equals(Optional.of(phone))).toList();
    }

    /** The phone and e-mail address; empty when the case was erased. */
    public Optional<ContactDetails> details(Contact contact) {
        return privacy.openJson(contact.contact(), ContactDetails.class);
    }

    public void opened(CaseOpened event, EventOrigin source) {
        contacts.reactByCreating(event.caseId(), source,
                found -> Decision.changed(contact(event.caseId(), event.office(),
                        event.zone(), event.language(), event.contact(), event.consent())));
    }

    public void changed(ContactChanged event, EventOrigin source) {
        contacts.react(event.caseId(), source,
                found -> found.map(known -> Decision.changed(updated(withCurrentTokens(known), event)))
                        .orElseGet(Decision::unchanged));
    }

    private Contact updated(Contact known, ContactChanged event) {
        Contact update = contact(known.caseId(), known.office(), known.zone(), event.language(), event.contact(),
                event.consent());
        if (known.renewsConsent(update, Channel.SMS) && update.phoneToken() != null) {
            optOuts.end(update.phoneToken(), event.changedAt(), null);
        }
        return known.updatedWith(update);
    }

    /** Whether messages may be sent to this person on this channel: the consent is the person's, the number its owner's. */
    public boolean allows(Contact contact, Channel channel) {
        return contact.allows(channel) && (channel != Channel.SMS || optOut(contact).isEmpty());
    }

    /** The opt-out of the person's number. */
    public Optional<NumberOptOut> optOut(Contact contact) {
        return Optional.ofNullable(contact.phoneToken()).flatMap(optOuts::find);
    }

    /** Records that the owner of this number opted out; these people have it. */
    public void optOut(String phoneToken, List<Contact> people, Instant at) {
        optOuts.record(phoneToken, at);
        if (optOuts.find(phoneToken).isPresent()) { // otherwise it is an old request, which was delivered again
            people.forEach(each -> contacts.update(each.caseId(),
                    found -> Decision.changed(found.withOptOut(Channel.SMS))));
        }
    }

    /** The owner of this number wants messages again; these people have it. */
    public void optIn(String phoneToken, List<Contact> people, Instant at) {
        end(phoneToken, people, at, null);
    }

    /**
     * Ends the opt-out of the person's number, for everybody who has it.
     *
     * @param by the member of staff whom the owner of the number asked for that
     */
    public CommandOutcome endOptOut(Contact contact, CommandKey key, Instant at, String by) {
        phoneOf(details(contact)).ifPresent(phone -> end(token(phone), findByPhone(phone), at, by));
        return contacts.change(contact.caseId(), key, found -> Decision.changed(found.withoutOptOut(Channel.SMS)));
    }

    /** Revokes all links to the applicant page that were issued to the person. */
    public CommandOutcome revokeLinks(String caseId, CommandKey key, Instant at) {
        return contacts.change(caseId, key, found -> Decision.changed(found.withLinksRevoked(at)));
    }

    private void end(String phoneToken, List<Contact> people, Instant at, String by) {
        optOuts.end(phoneToken, at, by);
        people.forEach(each -> contacts.update(each.caseId(),
                found -> Decision.changed(found.withoutOptOut(Channel.SMS))));
    }

    /** The token of the whole number. */
    public String token(PhoneNumber phone) {
        return privacy.token("phone", phone.e164());
    }

    /**
     * Contacts that were stored before tokens covered the whole number have a token of its last digits, which people in
     * two countries can share. They are found by it, and compared as a whole.
     */
    private String earlierToken(PhoneNumber phone) {
        return privacy.token("phone",
                phone.e164().substring(Math.max(1, phone.e164().length() - EARLIER_TOKEN_DIGITS)));
    }

    /** So that an update with the same address is recognised as such. */
    private Contact withCurrentTokens(Contact stored) {
        Optional<ContactDetails> details = details(stored);
        return stored.withTokens(phoneToken(details), emailToken(details));
    }

    private String phoneToken(Optional<ContactDetails> details) {
        return phoneOf(details).map(this::token).orElse(null);
    }

    private String emailToken(Optional<ContactDetails> details) {
        return details.map(ContactDetails::email).map(each -> privacy.token("email", each)).orElse(null);
    }

    private static Optional<PhoneNumber> phoneOf(Optional<ContactDetails> details) {
        return details.map(ContactDetails::phone).flatMap(PhoneNumber::ofInternational);
    }

    private Contact contact(String caseId, String office, String zone, String language, Sealed sealed,
            ContactConsent consent) {
        Optional<ContactDetails> details = privacy.openJson(sealed, ContactDetails.class);
        return new Contact(caseId, office, zone, language, sealed, consent,
                phoneToken(details), emailToken(details), Set.of(), null);
    }
}
