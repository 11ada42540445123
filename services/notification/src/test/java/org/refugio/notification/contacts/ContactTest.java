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
    void anOptOutIsForOneChannel() {
        Contact silent = contact("p1", "m1", BOTH).without(Channel.SMS);
        assertThat(silent.allows(Channel.SMS)).isFalse();
        assertThat(silent.allows(Channel.EMAIL)).isTrue();
    }

    @Test
    void aCorrectedMailboxDoesNotWakeAPhoneThatAskedForSilence() {
        Contact silent = contact("p1", "m1", BOTH).without(Channel.SMS);
        assertThat(silent.reachedBy(contact("p1", "m2", BOTH)).allows(Channel.SMS)).isFalse();
    }

    @Test
    void anotherNumberOrAConsentGivenAnewEndsTheSilence() {
        Contact silent = contact("p1", "m1", BOTH).without(Channel.SMS);
        assertThat(silent.reachedBy(contact("p2", "m1", BOTH)).allows(Channel.SMS)).isTrue();
        Contact withdrawn = silent.reachedBy(contact("p1", "m1", new ContactConsent(false, true)));
        assertThat(withdrawn.allows(Channel.SMS)).isFalse();
        assertThat(withdrawn.reachedBy(contact("p1", "m1", BOTH)).allows(Channel.SMS)).isTrue();
    }

    @Test
    void withoutConsentNothingLeaves() {
        assertThat(contact("p1", "m1", new ContactConsent(false, false)).allows(Channel.EMAIL)).isFalse();
    }

    private static Contact contact(String phone, String email, ContactConsent consent) {
        return new Contact("case-1", "tijuana", "America/Tijuana", "es", new Sealed("case:1", "x"), consent, phone,
                email, Set.of());
    }
}
