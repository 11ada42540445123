package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.addresses.PhoneNumber;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.carriers.IncomingSmsListener;
import org.refugio.notification.carriers.IncomingText;
import org.refugio.notification.contacts.Contacts;
import org.refugio.notification.contacts.NumberOptOuts;
import org.refugio.testkit.TestHttpClient;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Messages from numbers that belong to no case are read by the office that owns the line, and are encrypted. */
@TestPropertySource(properties = "refugio.notification.lines[526641112233]=tijuana")
class UnassignedMessagesIT extends OnRealCarriers {

    private static final String TEXT = "Necesito hablar con alguien, por favor";

    @Autowired
    private IncomingSmsListener listener;

    @Autowired
    private Contacts contacts;

    @Autowired
    private NumberOptOuts optOuts;

    @Autowired
    private MongoDatabase database;

    @Test
    void theOfficeOfTheLineReadsThemAndNoOther() {
        Person unknown = office.unknownPerson();
        receive(unknown, "+526641112233", "u1");
        TestHttpClient other = TestHttpClient.as(port, "tapachula:coordinator");
        JsonNode shown = messages(staff(), unknown).getFirst();
        assertThat(shown.path("text").asString()).isEqualTo(TEXT);
        assertThat(shown.path("office").asString()).isEqualTo("tijuana");
        assertThat(messages(other, unknown)).isEmpty();
        String read = "/v1/unassigned-messages/" + shown.path("messageId").asString() + "/read";
        assertThat(other.post(read, "{}").status()).isEqualTo(404);
        assertThat(staff().post(read, "{}").status()).isEqualTo(200);
        assertThat(messages(staff(), unknown)).isEmpty();
        assertThat(TestHttpClient.as(port, "tijuana:auditor").get("/v1/unassigned-messages").status()).isEqualTo(403);
        assertThat(new TestHttpClient(port, null).get("/v1/unassigned-messages").status()).isEqualTo(401);
    }

    @Test
    void thoseToALineOfNoOfficeAreReadByEveryOffice() {
        Person unknown = office.unknownPerson();
        TestCarriers.CARRIERS.reply(unknown.phone(), TEXT);
        TestHttpClient other = TestHttpClient.as(port, "tapachula:coordinator");
        eventually().untilAsserted(() -> assertThat(messages(staff(), unknown)).hasSize(1));
        assertThat(messages(other, unknown)).singleElement()
                .satisfies(each -> assertThat(each.path("office").isNull()).isTrue());
        assertThat(other.post("/v1/unassigned-messages/"
                + messages(other, unknown).getFirst().path("messageId").asString() + "/read", "{}").status())
                .isEqualTo(200);
        assertThat(messages(staff(), unknown)).isEmpty();
    }

    @Test
    void deliveredAgainThereIsOneMessageAndNoResponse() {
        Person unknown = office.unknownPerson();
        receive(unknown, "AGENDA", "u1");
        receive(unknown, "AGENDA", "u1");
        receive(unknown, "AGENDA", "u2");
        assertThat(messages(staff(), unknown)).hasSize(2);
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(unknown.phone())).isEmpty());
    }

    @Test
    void anOptOutAndItsEndHaveNoEffectWhenTheyAreDeliveredAgainLater() {
        Person unknown = office.unknownPerson();
        String token = contacts.token(PhoneNumber.ofInternational(unknown.phone()).orElseThrow());
        receive(unknown, "AGENDA", "u1", "BAJA");
        assertThat(optOuts.find(token)).isPresent();
        receive(unknown, "AGENDA", "u2", "ALTA");
        assertThat(optOuts.find(token)).isEmpty();
        receive(unknown, "AGENDA", "u1", "BAJA");
        assertThat(optOuts.find(token)).isEmpty();
        receive(unknown, "AGENDA", "u3", "BAJA");
        receive(unknown, "AGENDA", "u2", "ALTA");
        assertThat(optOuts.find(token)).isPresent();
    }

    @Test
    void neitherTheNumberNorTheTextIsInTheStoreInTheClear() {
        Person unknown = office.unknownPerson();
        receive(unknown, "AGENDA", "u1");
        assertThat(messages(staff(), unknown)).hasSize(1);
        List<String> stored = StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                .flatMap(name -> StreamSupport.stream(database.getCollection(name).find().spliterator(), false))
                .map(Document::toJson).toList();
        assertThat(stored).isNotEmpty().noneMatch(each -> each.contains(unknown.phone().substring(1)))
                .noneMatch(each -> each.contains("hablar con alguien"));
    }

    private void receive(Person unknown, String line, String id) {
        receive(unknown, line, id, TEXT);
    }

    private void receive(Person unknown, String line, String id, String text) {
        listener.onSms(new IncomingText("smpp", line, PhoneNumber.ofInternational(unknown.phone()).orElseThrow(), id,
                null, "", text));
    }

    private static List<JsonNode> messages(TestHttpClient client, Person sender) {
        return items(client, "/v1/unassigned-messages").stream()
                .filter(each -> each.path("sender").asString().equals(sender.phone())).toList();
    }
}
