package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.contacts.Contacts;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What people answer, over the real message centre. */
class RepliesIT extends OnRealCarriers {

    @Autowired
    private Contacts contacts;

    @Test
    void oneConfirmsTwoAsksForAnotherTimeAndOnlyOneOfThemIsThankedFor() {
        Person person = told();
        answer(person, "1");
        patiently().untilAsserted(() -> assertThat(received(person)).hasSize(1));
        assertThat(received(person).getFirst().value()).contains("\"CONFIRMS\"").contains("\"revision\":1");
        patiently().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("Recibimos");

        answer(person, "No puedo");
        patiently().untilAsserted(() -> assertThat(received(person)).hasSize(2));
        assertThat(received(person).get(1).value()).contains("\"WANTS_CHANGE\"");
        steadily().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
    }

    @Test
    void whoeverAsksForSilenceHasItOnThatChannelEvenAfterTheMailboxIsCorrected() {
        Person person = town.person("es");
        AppointmentDetails booked = town.book(person, in(12, "11:00"));
        sent(person.caseId(), 2);
        answer(person, "BAJA");
        patiently().untilAsserted(
                () -> assertThat(published("notification.opted-out.v1", person.caseId())).hasSize(1));
        Person corrected = new Person(person.caseId(), person.phone(), "nuevo-" + person.email());
        town.contactChanged(corrected, new ContactConsent(true, true));
        patiently().until(() -> contacts.find(person.caseId()).flatMap(contacts::details)
                .map(ContactDetails::email).equals(Optional.of(corrected.email())));
        town.tellOfMove(booked, town.move(booked, in(13, "11:00")));
        patiently().untilAsserted(() -> assertThat(TestCarriers.mails(corrected.email())).hasSize(1));
        steadily().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
    }

    @Test
    void whatNoRuleUnderstandsIsReadByAPerson() {
        Person person = told();
        answer(person, "¿Puedo llevar a mi hermana?");
        patiently().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        JsonNode shown = unread(person).getFirst();
        assertThat(shown.path("text").asString()).isEqualTo("¿Puedo llevar a mi hermana?");
        assertThat(published("notification.reply-unclear.v1", person.caseId())).singleElement()
                .satisfies(each -> assertThat(each.value()).doesNotContain("hermana"));
        assertThat(staff().post("/v1/answers/" + shown.path("replyId").asString() + "/read", "{}").status())
                .isEqualTo(200);
        assertThat(unread(person)).isEmpty();
    }

    @Test
    void onASharedPhoneItIsClearOnlyWhenJustOneOfThemWasAsked() {
        Person first = told();
        Person second = new Person(town.newcomer().caseId(), first.phone(), "s" + first.email());
        town.opened(second, "es");
        answer(first, "1");
        patiently().untilAsserted(() -> assertThat(received(first)).hasSize(1));
        town.book(second, in(14, "11:00"));
        sent(second.caseId(), 2);
        answer(first, "2");
        patiently().untilAsserted(() -> {
            assertThat(unread(first)).hasSize(1);
            assertThat(unread(second)).hasSize(1);
        });
        assertThat(received(first)).hasSize(1);
        assertThat(received(second)).isEmpty();
    }

    @Test
    void theOldFormOfAMobileNumberIsTheSamePhone() {
        Person person = told();
        TestCarriers.CARRIERS.reply("+521" + person.phone().substring(3), "wi");
        patiently().untilAsserted(() -> assertThat(received(person)).hasSize(1));
    }

    @Test
    void anAnswerToADateThatHasChangedSinceIsReadByAPerson() {
        Person person = town.person("es");
        AppointmentDetails first = town.book(person, in(12, "11:00"));
        sent(person.caseId(), 2);
        TestCarriers.SCHEDULING.away(true); // so that the change is known here and not told yet
        town.tellOfMove(first, town.move(first, in(15, "11:00")));
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CHANGE_NOTICE SMS PENDING"));
        answer(person, "1");
        patiently().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        assertThat(received(person)).isEmpty();
    }

    private Person told() {
        Person person = town.person("es");
        town.book(person, in(12, "11:00"));
        sent(person.caseId(), 2);
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
