package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.contacts.Contacts;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Replies over a real message centre. */
class RepliesIT extends OnRealCarriers {

    @Autowired
    private Contacts contacts;

    @Test
    void oneConfirmsTwoRequestsAChangeAndOnlyOneReplyIsAcknowledged() {
        Person person = personWithConfirmation();
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(1));
        assertThat(received(person).getFirst().value()).contains("\"CONFIRMS\"").contains("\"revision\":1");
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("Recibimos");

        answer(person, "No puedo");
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(2));
        assertThat(received(person).get(1).value()).contains("\"WANTS_CHANGE\"");
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
    }

    @Test
    void anOptOutOfSmsHoldsAfterTheEmailAddressIsCorrected() {
        Person person = office.person("es");
        AppointmentDetails booked = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        answer(person, "BAJA");
        eventually().untilAsserted(
                () -> assertThat(published("notification.opted-out.v1", person.caseId())).hasSize(1));
        Person corrected = new Person(person.caseId(), person.phone(), "nuevo-" + person.email());
        office.contactChanged(corrected, new ContactConsent(true, true));
        eventually().until(() -> contacts.find(person.caseId()).flatMap(contacts::details)
                .map(ContactDetails::email).equals(Optional.of(corrected.email())));
        office.publishMove(booked, office.move(booked, in(13, "11:00")));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(corrected.email())).hasSize(1));
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
    }

    @Test
    void anUnclearReplyIsShownToStaff() {
        Person person = personWithConfirmation();
        answer(person, "¿Puedo llevar a mi hermana?");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        JsonNode shown = unread(person).getFirst();
        assertThat(shown.path("text").asString()).isEqualTo("¿Puedo llevar a mi hermana?");
        assertThat(published("notification.reply-unclear.v1", person.caseId())).singleElement()
                .satisfies(each -> assertThat(each.value()).doesNotContain("hermana"));
        assertThat(staff().post("/v1/answers/" + shown.path("replyId").asString() + "/read", "{}").status())
                .isEqualTo(200);
        assertThat(unread(person)).isEmpty();
    }

    @Test
    void aReplyFromASharedPhoneIsClearOnlyWhenOnePersonWasAsked() {
        Person first = personWithConfirmation();
        Person second = new Person(office.unknownPerson().caseId(), first.phone(), "s" + first.email());
        office.opened(second, "es");
        answer(first, "1");
        eventually().untilAsserted(() -> assertThat(received(first)).hasSize(1));
        office.book(second, in(14, "11:00"));
        awaitSent(second.caseId(), 2);
        answer(first, "2");
        eventually().untilAsserted(() -> {
            assertThat(unread(first)).hasSize(1);
            assertThat(unread(second)).hasSize(1);
        });
        assertThat(received(first)).hasSize(1);
        assertThat(received(second)).isEmpty();
    }

    @Test
    void theOldNotationOfAMobileNumberIsTheSamePhone() {
        Person person = personWithConfirmation();
        TestCarriers.CARRIERS.reply("+521" + person.phone().substring(3), "wi");
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(1));
    }

    @Test
    void aReplyToADateThatHasChangedSinceIsShownToStaff() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        TestCarriers.SCHEDULING.setUnavailable(true); // so that the change is stored and not sent yet
        office.publishMove(first, office.move(first, in(15, "11:00")));
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CHANGE_NOTICE SMS PENDING"));
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        assertThat(received(person)).isEmpty();
    }

    @Test
    void anSmsDoesNotConfirmADateOfWhichOnlyAnEmailHasTold() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        TestCarriers.fault(CarrierChannel.SMS, CarrierFault.REFUSE);
        office.publishMove(first, office.move(first, in(15, "11:00")));
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CHANGE_NOTICE EMAIL SENT",
                "CHANGE_NOTICE SMS FAILED"));
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        assertThat(received(person)).isEmpty();
    }

    private Person personWithConfirmation() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        return person;
    }

    private static void answer(Person person, String text) {
        TestCarriers.CARRIERS.reply(person.phone(), text);
    }

    private List<TopicRecords.Found> received(Person person) {
        return published("notification.reply-received.v1", person.caseId());
    }

    private List<JsonNode> unread(Person person) {
        return staff().get("/v1/answers").body().path("items").valueStream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId()))
                .filter(each -> each.path("meaning").asString().equals("UNCLEAR")).toList();
    }
}
