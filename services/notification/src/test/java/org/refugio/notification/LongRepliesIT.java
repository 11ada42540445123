package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.MessageReceiverListener;
import org.junit.jupiter.api.Test;
import org.refugio.notification.TestOffice.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;

/** Replies that arrive in several parts are joined before they are interpreted. */
class LongRepliesIT extends OnRealCarriers {

    private static final byte UCS2 = 8;

    @Autowired
    private MessageReceiverListener centre;

    @Autowired
    @Qualifier("partialMessages")
    private SmartLifecycle parts;

    @Autowired
    private MongoDatabase database;

    @Test
    void thePartsAreOneReplyInTheirOrderWhateverTheOrderOfTheirArrival() throws Exception {
        Person person = personWithConfirmation();
        deliver(person, 7, 3, 3, " de la ciudad");
        deliver(person, 7, 3, 1, "¿Puedo llegar ");
        deliver(person, 7, 3, 3, " de la ciudad"); // delivered again
        assertThat(unread(person)).isEmpty();
        deliver(person, 7, 3, 2, "tarde? Estoy fuera");
        assertThat(unread(person)).containsExactly("¿Puedo llegar tarde? Estoy fuera de la ciudad");
        deliver(person, 7, 3, 2, "tarde? Estoy fuera");
        continuously().untilAsserted(() -> assertThat(unread(person)).hasSize(1));
    }

    @Test
    void theBeginningOfALongReplyIsNotTakenForAnAnswer() throws Exception {
        Person person = personWithConfirmation();
        deliver(person, 8, 2, 1, "si ");
        continuously().untilAsserted(
                () -> assertThat(published("notification.reply-received.v1", person.caseId())).isEmpty());
        deliver(person, 8, 2, 2, "pero no puedo");
        assertThat(unread(person)).containsExactly("si pero no puedo");
        assertThat(published("notification.reply-received.v1", person.caseId())).isEmpty();
    }

    @Test
    void aCharacterThatIsDividedBetweenTwoPartsIsJoined() throws Exception {
        Person person = personWithConfirmation();
        byte[] text = "¿Qué? 😀".getBytes(StandardCharsets.UTF_16BE);
        deliver(person, 9, 2, 1, UCS2, Arrays.copyOf(text, text.length - 2));
        deliver(person, 9, 2, 2, UCS2, Arrays.copyOfRange(text, text.length - 2, text.length));
        assertThat(unread(person)).containsExactly("¿Qué? 😀");
    }

    @Test
    void whatArrivedOfAnIncompleteReplyIsReadByStaffWhenTheReferenceIsUsedAgain() throws Exception {
        Person person = personWithConfirmation();
        deliver(person, 10, 2, 1, "1");
        makeOld();
        deliver(person, 10, 2, 1, "¿Dónde ");
        assertThat(unread(person)).containsExactly("1 [?]");
        deliver(person, 10, 2, 2, "es?");
        assertThat(unread(person)).containsExactly("1 [?]", "¿Dónde es?");
        assertThat(published("notification.reply-received.v1", person.caseId())).isEmpty();
    }

    @Test
    void whatArrivedOfAnIncompleteReplyIsReadByStaffAfterAWhile() throws Exception {
        Person person = personWithConfirmation();
        deliver(person, 12, 3, 1, "1");
        deliver(person, 12, 3, 3, "gracias");
        makeOld();
        parts.stop();
        parts.start(); // begins with a sweep
        eventually().untilAsserted(() -> assertThat(unread(person)).containsExactly("1 [?] gracias"));
        assertThat(published("notification.reply-received.v1", person.caseId())).isEmpty();
    }

    @Test
    void repliesThatCannotBeReadDoNotHoldBackTheOthers() throws Exception {
        Person unreadable = personWithConfirmation();
        for (int reference = 20; reference < 28; reference++) { // most likely one of them comes before the other one
            deliver(unreadable, reference, 2, 1, "Una pregunta");
        }
        database.getCollection("parts").find(Filters.eq("state.queue", "waiting")).into(new ArrayList<>())
                .forEach(each -> database.getCollection("parts").updateOne(Filters.eq("_id", each.get("_id")),
                        Updates.set("state.head", each.getEmbedded(List.of("state", "parts", "1"), Object.class))));
        Person person = personWithConfirmation();
        deliver(person, 13, 2, 1, "¿Dónde ");
        makeOld();
        parts.stop();
        parts.start();
        eventually().untilAsserted(() -> assertThat(unread(person)).containsExactly("¿Dónde  [?]"));
        database.getCollection("parts").deleteMany(Filters.eq("state.queue", "waiting"));
    }

    @Test
    void noPartIsInTheStoreInTheClear() throws Exception {
        Person person = personWithConfirmation();
        deliver(person, 11, 2, 1, "Estoy en el hospital");
        List<String> stored = StreamSupport.stream(database.getCollection("parts").find().spliterator(), false)
                .map(Document::toJson).toList();
        assertThat(stored).isNotEmpty().noneMatch(each -> each.contains("hospital"))
                .noneMatch(each -> each.contains(person.phone().substring(1)));
    }

    private void makeOld() {
        database.getCollection("parts").updateMany(Filters.eq("state.queue", "waiting"),
                Updates.set("state.since", Instant.now().minusSeconds(3600).toString()));
    }

    private Person personWithConfirmation() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        return person;
    }

    private void deliver(Person person, int reference, int total, int index, String text)
            throws ProcessRequestException {
        deliver(person, reference, total, index, (byte) 3, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void deliver(Person person, int reference, int total, int index, byte coding, byte[] text)
            throws ProcessRequestException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(new byte[]{5, 0, 3, (byte) reference, (byte) total, (byte) index});
        data.writeBytes(text);
        DeliverSm message = new DeliverSm();
        message.setSourceAddrTon(TypeOfNumber.INTERNATIONAL.value());
        message.setSourceAddr(person.phone().substring(1));
        message.setDestAddress("AGENDA");
        message.setUdhi();
        message.setDataCoding(coding);
        message.setShortMessage(data.toByteArray());
        centre.onAcceptDeliverSm(message);
    }

    private List<String> unread(Person person) {
        return items(staff(), "/v1/answers").stream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId()))
                .filter(each -> each.path("meaning").asString().equals("UNCLEAR"))
                .map(each -> each.path("text").asString().strip()).toList();
    }
}
