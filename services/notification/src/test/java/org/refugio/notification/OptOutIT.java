package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.refugio.addresses.PhoneNumber;
import org.refugio.contracts.ContactConsent;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.contacts.NumberOptOuts;
import org.refugio.testkit.TestHttpClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.JsonNode;

/** An opt-out belongs to the number, and ends by one deliberate act. */
class OptOutIT extends OnRealCarriers {

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private Contacts contacts;

    @Test
    void itAppliesToACaseThatGetsTheNumberLaterAndIsShownWithItsDate() {
        Person first = office.person("es");
        office.book(first, in(12, "11:00"));
        awaitSent(first.caseId(), 2);
        Instant before = clock.instant();
        TestCarriers.CARRIERS.reply(first.phone(), "Stop. Thank you");
        eventually().until(() -> optOut(first).path("optedOut").asBoolean());
        assertThat(Instant.parse(optOut(first).path("since").asString())).isAfterOrEqualTo(before.minusMillis(1))
                .isBeforeOrEqualTo(clock.instant());

        Person later = new Person(office.unknownPerson().caseId(), first.phone(), "l" + first.email());
        office.opened(later, "es");
        office.book(later, in(13, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(later.email())).hasSize(1));
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(first.phone())).hasSize(1));
        assertThat(optOut(later).path("optedOut").asBoolean()).isTrue();
    }

    @Test
    void staffEndItForEverybodyWhoHasTheNumberAndOnlyInTheirOffice() {
        Person first = office.person("es");
        Person second = new Person(office.unknownPerson().caseId(), first.phone(), "s" + first.email());
        office.opened(second, "es");
        optOutOf(first, second);
        String end = "/v1/opt-outs/" + first.caseId() + "/end";
        assertThat(TestHttpClient.as(port, "tapachula:coordinator").post(end, "{}").status()).isEqualTo(404);
        assertThat(optOut(first).path("optedOut").asBoolean()).isTrue();
        assertThat(staff().post(end, "{}").status()).isEqualTo(200);
        assertThat(optOut(first).path("optedOut").asBoolean()).isFalse();
        assertThat(optOut(second).path("optedOut").asBoolean()).isFalse();
        office.book(second, in(13, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(first.phone())).hasSize(1));
    }

    @Test
    void theOwnerOfTheNumberEndsItByAWord() {
        Person person = office.person("es");
        optOutOf(person);
        TestCarriers.CARRIERS.reply(person.phone(), "gracias, hola");
        continuously().untilAsserted(() -> assertThat(optOut(person).path("optedOut").asBoolean()).isTrue());
        TestCarriers.CARRIERS.reply(person.phone(), "ALTA");
        eventually().until(() -> !optOut(person).path("optedOut").asBoolean());
    }

    @Test
    void aRenewedConsentEndsItAndACorrectionDoesNot() {
        Person person = office.person("es");
        optOutOf(person);
        office.contactChanged(new Person(person.caseId(), person.phone(), "n" + person.email()),
                new ContactConsent(true, true));
        continuously().untilAsserted(() -> assertThat(optOut(person).path("optedOut").asBoolean()).isTrue());
        office.contactChanged(person, new ContactConsent(false, true), clock.instant());
        office.contactChanged(person, new ContactConsent(true, true), clock.instant());
        eventually().until(() -> !optOut(person).path("optedOut").asBoolean());
    }

    @Test
    void anUnknownNumberThatOptsOutGetsNoMessageWhenItBelongsToACase() {
        Person person = office.unknownPerson();
        TestCarriers.CARRIERS.reply(person.phone(), "BAJA");
        eventually().until(() -> items(staff(), "/v1/unassigned-messages").toString().contains(person.phone()));
        office.opened(person, "es");
        office.book(person, in(12, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).isEmpty());
    }

    @Test
    void anotherInstanceKnowsItWhenItStarts() {
        Person person = office.person("es");
        optOutOf(person);
        NumberOptOuts other = beans.createBean(NumberOptOuts.class);
        String token = contacts.token(PhoneNumber.ofInternational(person.phone()).orElseThrow());
        assertThat(other.find(token)).isEmpty();
        other.start();
        other.stop();
        assertThat(other.find(token)).isPresent();
    }

    private void optOutOf(Person sender, Person... others) {
        eventually().until(() -> staff().get("/v1/opt-outs/" + sender.caseId()).status() == 200);
        for (Person other : others) {
            eventually().until(() -> staff().get("/v1/opt-outs/" + other.caseId()).status() == 200);
        }
        TestCarriers.CARRIERS.reply(sender.phone(), "BAJA");
        eventually().until(() -> optOut(sender).path("optedOut").asBoolean());
    }

    private JsonNode optOut(Person person) {
        return staff().get("/v1/opt-outs/" + person.caseId()).body();
    }
}
