package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.notification.TestOffice.Person;

/** An e-mail is delivered to exactly the person's address, or not at all. */
class EmailAddressesIT extends OnRealCarriers {

    private final String unique = UUID.randomUUID().toString().substring(0, 8);

    @ParameterizedTest
    @CsvSource({"łukasz-%s@example.org, łukasz-%s@example.org", "josé-%s@méxico.example, josé-%s@xn--mxico-bsa.example",
            "maria-%s@méxico.example, maria-%s@xn--mxico-bsa.example", "用户%s@example.org, 用户%s@example.org"})
    void aMessageArrivesInExactlyTheMailboxOfThePerson(String address, String mailbox) {
        Person person = booked(address.formatted(unique));
        awaitSent(person.caseId(), 2);
        assertThat(mailboxes()).containsExactly(mailbox.formatted(unique));
        assertThat(TestCarriers.mails(mailbox.formatted(unique))).singleElement().asString().contains("/a/");
    }

    @Test
    void withoutSmtpUtf8AMessageToAMailboxBeyondAsciiFailsWithItsReason() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.NO_SMTPUTF8);
        Person person = booked("łukasz-" + unique + "@example.org");
        eventually().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL FAILED", "CONFIRMATION SMS SENT"));
        assertThat(reasons(person)).containsExactly("address-needs-smtputf8");
        assertThat(mailboxes()).isEmpty();
    }

    @Test
    void staffAreAskedToCallWhereNoOtherChannelReachedThePerson() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.NO_SMTPUTF8);
        TestCarriers.fault(CarrierChannel.SMS, CarrierFault.REFUSE);
        Person person = booked("łukasz-" + unique + "@example.org");
        eventually().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        assertThat(mailboxes()).isEmpty();
    }

    @Test
    void withoutSmtpUtf8OtherAddressesAreDeliveredTo() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.NO_SMTPUTF8);
        Person person = booked("maria-" + unique + "@méxico.example");
        awaitSent(person.caseId(), 2);
        assertThat(mailboxes()).containsExactly("maria-" + unique + "@xn--mxico-bsa.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria-%s@example", "maria\u200B-%s@example.org", "maria-%s@straße.example"})
    void aStoredTextThatIsNoAddressIsNeverGivenToTheServer(String address) {
        Person person = booked(address.formatted(unique));
        eventually().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL FAILED", "CONFIRMATION SMS SENT"));
        assertThat(reasons(person)).containsExactly("address-refused");
        assertThat(mailboxes()).isEmpty();
    }

    private Person booked(String email) {
        Person unknown = office.unknownPerson();
        Person person = new Person(unknown.caseId(), unknown.phone(), email);
        office.opened(person, "es");
        office.book(person, in(12, "11:00"));
        return person;
    }

    /** Every mailbox that received something for this test, whatever became of the rest of its name. */
    private List<String> mailboxes() {
        return TestCarriers.CARRIERS.messages().owners(CarrierChannel.EMAIL).stream()
                .filter(each -> each.contains(unique)).toList();
    }

    private List<String> reasons(Person person) {
        return published("notification.message-failed.v1", person.caseId()).stream()
                .map(each -> each.value().replaceAll("(?s).*\"reason\"\\s*:\\s*\"([^\"]+)\".*", "$1")).toList();
    }

    private long calls(Person person) {
        return staff().get("/v1/calls").body().path("items").valueStream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId())).count();
    }
}
