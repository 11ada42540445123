package org.refugio.notification.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.Sealed;

class ContactTest {

    private static final ContactConsent BOTH = new ContactConsent(true, true);

    @Test
    void anOptOutAppliesToOneChannel() {
        Contact optedOut = contact("p1", "m1", BOTH).withOptOut(Channel.SMS);
        assertThat(optedOut.allows(Channel.SMS)).isFalse();
        assertThat(optedOut.allows(Channel.EMAIL)).isTrue();
    }

    @Test
    void aCorrectedEmailAddressDoesNotEndAnOptOutOfSms() {
        Contact optedOut = contact("p1", "m1", BOTH).withOptOut(Channel.SMS);
        assertThat(optedOut.updatedWith(contact("p1", "m2", BOTH)).allows(Channel.SMS)).isFalse();
    }

    @Test
    void anotherNumberOrARenewedConsentEndsAnOptOut() {
        Contact optedOut = contact("p1", "m1", BOTH).withOptOut(Channel.SMS);
        assertThat(optedOut.updatedWith(contact("p2", "m1", BOTH)).allows(Channel.SMS)).isTrue();
        Contact withdrawn = optedOut.updatedWith(contact("p1", "m1", new ContactConsent(false, true)));
        assertThat(withdrawn.allows(Channel.SMS)).isFalse();
        assertThat(withdrawn.updatedWith(contact("p1", "m1", BOTH)).allows(Channel.SMS)).isTrue();
    }

    @Test
    void withoutConsentNoMessageIsAllowed() {
        assertThat(contact("p1", "m1", new ContactConsent(false, false)).allows(Channel.EMAIL)).isFalse();
    }

    private static Contact contact(String phone, String email, ContactConsent consent) {
        return new Contact("case-1", "tijuana", "America/Tijuana", "es", new Sealed("case:1", "x"), consent, phone,
                email, Set.of(), null);
    }
}
