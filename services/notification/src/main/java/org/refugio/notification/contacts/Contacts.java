package org.refugio.notification.contacts;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
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
    private final Privacy privacy;

    Contacts(AggregateRepositoryFactory factory, Privacy privacy) {
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
                found -> found
                        .map(known -> Decision
                                .changed(withCurrentTokens(known).updatedWith(contact(known.caseId(), known.office(),
                                        known.zone(), event.language(), event.contact(), event.consent()))))
                        .orElseGet(Decision::unchanged));
    }

    /** Records that the person opted out of this channel. */
    public void optOut(String caseId, Channel channel) {
        contacts.update(caseId, found -> Decision.changed(found.withOptOut(channel)));
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
                phoneToken(details), emailToken(details), Set.of());
    }
}
