package org.refugio.notification.contacts;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private static final int MAX_PER_PHONE = 50;
    private static final int NATIONAL_DIGITS = 10;

    private final AggregateRepository<Contact> contacts;
    private final Privacy privacy;

    Contacts(AggregateRepositoryFactory factory, Privacy privacy) {
        this.contacts = factory.of("contacts", Contact.class, Contact::caseId, Indexes.ascending("state.phoneToken"));
        this.privacy = privacy;
    }

    public Optional<Contact> find(String caseId) {
        return contacts.find(caseId).map(StoredAggregate::state);
    }

    /** All contacts with this phone number, in any notation. */
    public List<Contact> findByPhone(String phone) {
        return contacts.where(Filters.eq("state.phoneToken", token(phone)), Sorts.ascending("_id"), 0, MAX_PER_PHONE)
                .stream().map(StoredAggregate::state).toList();
    }

    /** The phone and e-mail address; empty when the case was erased. */
    public Optional<ContactDetails> details(Contact contact) {
        return privacy.openJson(contact.contact(), ContactDetails.class);
    }

    public void opened(CaseOpened event, EventOrigin source) {
        contacts.react(event.caseId(), source, found -> Decision.changed(contact(event.caseId(), event.office(),
                event.zone(), event.language(), event.contact(), event.consent())));
    }

    public void changed(ContactChanged event, EventOrigin source) {
        contacts.react(event.caseId(), source,
                found -> found
                        .map(known -> Decision.changed(known.updatedWith(contact(known.caseId(), known.office(),
                                known.zone(), event.language(), event.contact(), event.consent()))))
                        .orElseGet(Decision::unchanged));
    }

    /** Records that the person opted out of this channel. */
    public void optOut(String caseId, Channel channel) {
        contacts.update(caseId, found -> Decision.changed(found.withOptOut(channel)));
    }

    /** The token of a phone number's last ten digits, because +52, 521 and 52 prefix the same number. */
    public String token(String phone) {
        String digits = phone.replaceAll("\\D", "");
        return privacy.token("phone", digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS)));
    }

    private Contact contact(String caseId, String office, String zone, String language, Sealed sealed,
            ContactConsent consent) {
        Optional<ContactDetails> details = privacy.openJson(sealed, ContactDetails.class);
        return new Contact(caseId, office, zone, language, sealed, consent,
                details.map(ContactDetails::phone).map(this::token).orElse(null),
                details.map(ContactDetails::email).map(each -> privacy.token("email", each)).orElse(null), Set.of());
    }
}
