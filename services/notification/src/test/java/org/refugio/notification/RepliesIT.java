package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.refugio.addresses.PhoneNumber;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.contracts.AppointmentDetails;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.refugio.notification.contacts.Contacts;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replies over a real message centre. */
class RepliesIT extends OnRealCarriers {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Contacts contacts;

    @Autowired
    private IncomingSmsListener listener;

    @Autowired
    private MongoDatabase database;

    @Test
    void oneConfirmsTwoRequestsAChangeAndEachReplyIsAcknowledged() {
        Person person = personWithConfirmation();
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(1));
        assertThat(received(person).getFirst().value()).contains("\"CONFIRMS\"").contains("\"revision\":1");
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("Recibimos");

        answer(person, "No puedo");
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(2));
        assertThat(received(person).get(1).value()).contains("\"WANTS_CHANGE\"");
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(2));
        assertThat(log(person.caseId()).stream().filter("ANSWER_RECEIVED SMS SENT"::equals)).hasSize(2);
    }

    @Test
    void theSameAnswerToASecondAppointmentIsNotTakenForARedelivery() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(answered(person)).containsExactly(first.appointmentId()));
        AppointmentDetails second = office.book(person, in(14, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(answered(person)).containsExactly(first.appointmentId(),
                second.appointmentId()));
    }

    @Test
    void aMessageThatIsDeliveredAgainIsOneReplyAndOneItemAndIsAcknowledgedOnce() {
        Person person = personWithConfirmation();
        for (String id : List.of("m1", "m1", "m2", "m1")) {
            listener.onSms(from(person, id, null, "1"));
            listener.onSms(from(person, id + "-q", null, "¿dónde es?"));
        }
        assertThat(unread(person)).hasSize(2);
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(2));
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(3));
        continuously().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(3));
    }

    @Test
    void whereThereIsNoIdTheTimeOfTheCarrierDistinguishesMessages() {
        Person person = personWithConfirmation();
        listener.onSms(from(person, null, "12:00:01", "¿dónde es?"));
        listener.onSms(from(person, null, "12:00:01", "¿dónde es?"));
        listener.onSms(from(person, null, "12:00:02", "¿dónde es?"));
        assertThat(unread(person)).hasSize(2);
        listener.onSms(from(person, null, null, "¿dónde es?"));
        listener.onSms(from(person, null, null, "¿dónde es?"));
        assertThat(unread(person)).as("with neither, each delivery is a message").hasSize(4);
    }

    @Test
    void anAnswerThatIsDeliveredAgainDoesNotAnswerAnotherAppointment() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        listener.onSms(from(person, "m1", null, "1"));
        office.book(person, in(14, "11:00"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        listener.onSms(from(person, "m1", null, "1"));
        continuously().untilAsserted(() -> assertThat(answered(person)).containsExactly(first.appointmentId()));
        assertThat(unread(person)).isEmpty();
    }

    @Test
    void withTwoAppointmentsThePersonIsAskedOnceAndNamesOneByItsCode() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        AppointmentDetails second = office.book(person, in(14, "09:30"));
        awaitSent(person.caseId(), 4);
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("Varias citas: A ").contains("; B ")
                .contains("11:00").contains("9:30");
        assertThat(unread(person)).as("until the person answers").hasSize(1);
        assertThat(received(person)).isEmpty();

        answer(person, "1 b");
        eventually().untilAsserted(() -> assertThat(answered(person)).containsExactly(second.appointmentId()));
        eventually().untilAsserted(() -> assertThat(unread(person)).isEmpty());
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(1));

        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(answered(person)).containsExactly(second.appointmentId(),
                first.appointmentId()));
        assertThat(unread(person)).isEmpty();
    }

    @Test
    void onlyTheLetterTakesTheAnswerFromTheReplyThatWasAskedAbout() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        office.book(person, in(14, "09:30"));
        awaitSent(person.caseId(), 4);
        answer(person, "2");
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        answer(person, "A");
        eventually().untilAsserted(() -> assertThat(answered(person)).containsExactly(first.appointmentId()));
        assertThat(received(person).getFirst().value()).contains("\"WANTS_CHANGE\"");
    }

    @Test
    void aSecondBareAnswerIsReadByStaffInsteadOfAskingAgain() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        office.book(person, in(14, "09:30"));
        awaitSent(person.caseId(), 4);
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(2));
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone()).stream()
                .filter(each -> each.startsWith("Varias"))).hasSize(1));
        assertThat(received(person)).isEmpty();
    }

    @Test
    void aQuestionWithADateThatHasChangedInSchedulingIsNotSent() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        office.book(person, in(14, "09:30"));
        awaitSent(person.caseId(), 4);
        office.move(first, in(15, "11:00")); // its event has not arrived yet
        answer(person, "1");
        eventually()
                .untilAsserted(() -> assertThat(log(person.caseId())).contains("CLARIFICATION SMS SKIPPED"));
        assertThat(TestCarriers.texts(person.phone())).hasSize(2);
        assertThat(unread(person)).hasSize(1);
    }

    @Test
    void aCodeOfADateThatHasChangedSinceTheQuestionIsReadByStaff() {
        Person person = office.person("es");
        AppointmentDetails first = office.book(person, in(12, "11:00"));
        office.book(person, in(14, "09:30"));
        awaitSent(person.caseId(), 4);
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        assertThat(textOfTheQuestion(person)).isEqualTo(TestCarriers.texts(person.phone()).getLast());
        office.publishMove(first, office.move(first, in(15, "11:00")));
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(4));
        assertThat(textOfTheQuestion(person)).as("its text cannot be composed any more").isNull();
        answer(person, "1A");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(2));
        assertThat(received(person)).isEmpty();
    }

    @Test
    void aQuestionThatACrashInterruptedIsAskedWhenTheMessageIsDeliveredAgain() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        office.book(person, in(14, "09:30"));
        awaitSent(person.caseId(), 4);
        listener.onSms(from(person, "m1", null, "1"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(3));
        Bson ofPerson = Filters.eq("state.caseId", person.caseId());
        assertThat(database.getCollection("replies").deleteMany(ofPerson).getDeletedCount()).isEqualTo(1);
        assertThat(database.getCollection("sends")
                .deleteMany(Filters.and(ofPerson, Filters.eq("state.kind", "CLARIFICATION"))).getDeletedCount())
                .isEqualTo(1);
        listener.onSms(from(person, "m1", null, "1"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(4));
        assertThat(TestCarriers.texts(person.phone()).getLast()).startsWith("Varias citas");
        listener.onSms(from(person, "m2", null, "1A"));
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(1));
    }

    @Test
    void aNumberWithCasesOfTwoOfficesIsAnItemInEachThatDoesNotShowTheOther() {
        Person first = personWithConfirmation();
        Person second = new Person(office.unknownPerson().caseId(), first.phone(), "s" + first.email());
        office.opened(second, "es", "tapachula");
        eventually().until(() -> contacts.find(second.caseId()).isPresent());
        answer(first, "¿dónde es?");
        eventually().untilAsserted(() -> assertThat(unread(first)).hasSize(1));
        TestHttpClient other = TestHttpClient.as(port, "tapachula:coordinator");
        List<JsonNode> there = items(other, "/v1/answers").stream()
                .filter(each -> each.path("caseId").asString().equals(second.caseId())).toList();
        assertThat(there).singleElement()
                .satisfies(each -> assertThat(each.path("text").asString()).isEqualTo("¿dónde es?"));
        assertThat(there.toString()).doesNotContain(first.caseId());
        assertThat(unread(first).toString()).doesNotContain(second.caseId());
    }

    @Test
    void aCodeThatNobodyAskedForIsReadByStaff() {
        Person person = personWithConfirmation();
        answer(person, "1A");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        assertThat(received(person)).isEmpty();
    }

    @Test
    void anEmailAboutAnotherAppointmentDoesNotTakeTheAnswerOfATextMessage() {
        Person person = office.person("es");
        AppointmentDetails told = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        TestCarriers.fault(CarrierChannel.SMS, CarrierFault.REFUSE);
        office.book(person, in(14, "09:30"));
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS FAILED"));
        eventually().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(2));
        TestCarriers.reset();
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(answered(person)).containsExactly(told.appointmentId()));
    }

    @Test
    void whatAnEarlierNumberWasToldIsNotAnsweredByTheNewOne() {
        Person person = personWithConfirmation();
        Person moved = new Person(person.caseId(), office.unknownPerson().phone(), person.email());
        office.contactChanged(moved, new ContactConsent(true, true));
        eventually().until(() -> contacts.find(person.caseId()).flatMap(contacts::details)
                .map(ContactDetails::phone).equals(Optional.of(moved.phone())));
        answer(moved, "1");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
        assertThat(received(person)).isEmpty();
    }

    @Test
    void whoWritesCancelarIsAskedWhetherTheAppointmentOrTheMessagesAreMeant() {
        Person person = personWithConfirmation();
        listener.onSms(from(person, "m1", null, "CANCELAR"));
        listener.onSms(from(person, "m1", null, "CANCELAR"));
        listener.onSms(from(person, "m2", null, "cancelar"));
        assertThat(unread(person)).hasSize(2);
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(TestCarriers.texts(person.phone()).getLast()).contains("Resp 2").contains("BAJA");
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        assertThat(received(person)).isEmpty();
        assertThat(contacts.find(person.caseId()).orElseThrow().optedOut()).isEmpty();
        answer(person, "2");
        eventually().untilAsserted(() -> assertThat(received(person)).hasSize(1));
        answer(person, "BAJA");
        eventually().until(() -> !contacts.find(person.caseId()).orElseThrow().optedOut().isEmpty());
    }

    @Test
    void whoWritesCancelarWithoutAnAppointmentIsReadByStaff() {
        Person person = office.person("es");
        AppointmentDetails booked = office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        office.cancel(booked);
        eventually().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(2));
        answer(person, "CANCELAR");
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(1));
        assertThat(unread(person)).hasSize(1);
    }

    @Test
    void anAutomaticResponderIsNotAnsweredAgainAndAgain() {
        Person person = personWithConfirmation();
        for (int i = 0; i < 3; i++) {
            answer(person, "Estoy conduciendo, llamo luego");
        }
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(3));
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(1));
        for (int i = 0; i < 8; i++) {
            answer(person, "Estoy conduciendo, llamo luego (" + i + ")");
        }
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(11));
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(6));
        continuously().untilAsserted(() -> assertThat(acknowledgements(person)).hasSize(6));
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
        eventually().untilAsserted(
                () -> assertThat(TestCarriers.texts(first.phone()).getLast()).startsWith("Varias citas"));
        assertThat(unread(first).size() + unread(second).size()).as("one item of the message").isEqualTo(1);
        answer(first, "2B");
        eventually().untilAsserted(() -> assertThat(received(second)).hasSize(1));
        assertThat(received(first)).hasSize(1);
    }

    @Test
    void whatASharedPhoneWritesIsOneItemThatNamesEveryCase() {
        Person first = personWithConfirmation();
        Person second = new Person(office.unknownPerson().caseId(), first.phone(), "s" + first.email());
        office.opened(second, "es");
        eventually().until(() -> contacts.find(second.caseId()).isPresent());
        answer(first, "¿dónde es?");
        eventually().untilAsserted(() -> assertThat(unread(first)).hasSize(1));
        assertThat(unread(first).getFirst().path("otherCases").valueStream().map(JsonNode::asString))
                .containsExactly(second.caseId());
        assertThat(unread(second)).isEmpty();
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
        eventually().untilAsserted(() -> assertThat(acknowledgements(person)).as("which tells no date").hasSize(1));
        answer(person, "1");
        eventually().untilAsserted(() -> assertThat(unread(person)).hasSize(2));
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

    private String textOfTheQuestion(Person person) {
        String id = staff().get("/v1/messages?caseId=" + person.caseId()).body().path("items").valueStream()
                .filter(each -> each.path("kind").asString().equals("CLARIFICATION")).findFirst().orElseThrow()
                .path("sendId").asString();
        return staff().get("/v1/messages/" + id).body().path("text").asStringOpt().orElse(null);
    }

    private static IncomingText from(Person person, String id, String sentAt, String text) {
        return new IncomingText("smpp", "AGENDA", PhoneNumber.ofInternational(person.phone()).orElseThrow(), id, sentAt,
                "", text);
    }

    private static List<String> acknowledgements(Person person) {
        return TestCarriers.texts(person.phone()).stream().filter(each -> each.startsWith("Recibimos")).toList();
    }

    /** The appointments of the person's answers, in order. */
    private List<String> answered(Person person) {
        return received(person).stream()
                .map(each -> JSON.readTree(each.value()).path("appointmentId").asString()).toList();
    }

    private static void answer(Person person, String text) {
        TestCarriers.CARRIERS.reply(person.phone(), text);
    }

    private List<TopicRecords.Found> received(Person person) {
        return published("notification.reply-received.v1", person.caseId());
    }

    private List<JsonNode> unread(Person person) {
        return items(staff(), "/v1/answers").stream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId()))
                .filter(each -> each.path("meaning").asString().equals("UNCLEAR")).toList();
    }
}
