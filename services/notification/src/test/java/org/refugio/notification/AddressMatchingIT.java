package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.addresses.PhoneNumber;
import org.refugio.contracts.Channel;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.ContactDetails;
import org.refugio.notification.TestOffice.Person;
import org.refugio.notification.contacts.Contacts;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.privacy.Privacy;
import org.springframework.beans.factory.annotation.Autowired;

/** A reply belongs to the phone that has the whole number of its sender, and to no other. */
class AddressMatchingIT extends OnRealCarriers {

    @Autowired
    private Contacts contacts;

    @Autowired
    private Privacy privacy;

    @Autowired
    private MongoDatabase database;

    private final String lastDigits = "562555" + ThreadLocalRandom.current().nextInt(1000, 10_000);

    @Test
    void anOptOutOfAnAmericanNumberLeavesTheMexicanOneWithTheSameLastDigitsUntouched() {
        Person american = personWith("+1" + lastDigits);
        Person mexican = personWith("+52" + lastDigits);
        optOutAppliesTo(american, mexican);
    }

    @Test
    void anOptOutOfAMexicanNumberLeavesTheAmericanOneWithTheSameLastDigitsUntouched() {
        Person american = personWith("+1" + lastDigits);
        Person mexican = personWith("+52" + lastDigits);
        optOutAppliesTo(mexican, american);
    }

    @Test
    void theWordsOfAPersonAreShownForTheirCaseOnly() {
        Person american = personWith("+1" + lastDigits);
        Person mexican = personWith("+52" + lastDigits);
        TestCarriers.CARRIERS.reply(american.phone(), "¿dónde es?");
        eventually().untilAsserted(() -> assertThat(answers(american)).hasSize(1));
        continuously().untilAsserted(() -> assertThat(answers(mexican)).isEmpty());
    }

    @Test
    void theSameWordsFromTwoPhonesAreTwoReplies() {
        Person american = personWith("+1" + lastDigits);
        Person mexican = personWith("+52" + lastDigits);
        TestCarriers.CARRIERS.reply(american.phone(), "¿dónde es?");
        TestCarriers.CARRIERS.reply(mexican.phone(), "¿dónde es?");
        eventually().untilAsserted(() -> {
            assertThat(answers(american)).hasSize(1);
            assertThat(answers(mexican)).hasSize(1);
        });
    }

    @Test
    void aNumberStoredInAnOldNotationMatchesBothNotations() {
        Person stored = personWith("+521" + lastDigits);
        TestCarriers.CARRIERS.reply("+52" + lastDigits, "¿dónde es?");
        eventually().untilAsserted(() -> assertThat(answers(stored)).hasSize(1));
        TestCarriers.CARRIERS.reply("+521" + lastDigits, "¿a qué hora?");
        eventually().untilAsserted(() -> assertThat(answers(stored)).hasSize(2));
    }

    @Test
    void aContactWithATokenOfTheLastDigitsIsFoundAndComparedAsAWhole() {
        Person american = personWith("+1" + lastDigits);
        Person mexican = personWith("+52" + lastDigits);
        storeEarlierToken(american);
        storeEarlierToken(mexican);
        optOutAppliesTo(mexican, american);
    }

    @Test
    void anOptOutOfAContactWithATokenOfTheLastDigitsHoldsAfterACorrection() {
        Person person = personWith("+52" + lastDigits);
        storeEarlierToken(person);
        TestCarriers.CARRIERS.reply(person.phone(), "BAJA");
        eventually().until(() -> !allowsSms(person));
        Person corrected = new Person(person.caseId(), person.phone(), "nuevo-" + person.email());
        office.contactChanged(corrected, new ContactConsent(true, true));
        eventually().until(() -> contacts.find(person.caseId()).flatMap(contacts::details)
                .map(ContactDetails::email).equals(Optional.of(corrected.email())));
        assertThat(allowsSms(person)).isFalse();
    }

    @Test
    void everyCaseOfASharedPhoneIsFound() {
        Person first = personWith("+52" + lastDigits);
        Document stored = database.getCollection("contacts").find(Filters.eq("_id", first.caseId())).first();
        int others = AggregateRepository.BATCH + 1;
        database.getCollection("contacts").insertMany(IntStream.range(0, others)
                .mapToObj(n -> withId(stored, first.caseId() + "-" + n)).toList());
        PhoneNumber phone = PhoneNumber.ofInternational(first.phone()).orElseThrow();
        assertThat(contacts.findByPhone(phone)).hasSize(1 + others);
    }

    private static Document withId(Document stored, String caseId) {
        return new Document(stored).append("_id", caseId);
    }

    private void optOutAppliesTo(Person sender, Person other) {
        TestCarriers.CARRIERS.reply(sender.phone(), "BAJA");
        eventually().until(() -> !allowsSms(sender));
        continuously().untilAsserted(() -> assertThat(allowsSms(other)).isTrue());
        assertThat(answers(sender)).hasSize(1);
        assertThat(answers(other)).isEmpty();
    }

    private Person personWith(String phone) {
        Person unknown = office.unknownPerson();
        Person person = new Person(unknown.caseId(), phone, unknown.email());
        office.opened(person, "es");
        eventually().until(() -> contacts.find(person.caseId()).isPresent());
        return person;
    }

    private void storeEarlierToken(Person person) {
        assertThat(database.getCollection("contacts").updateOne(Filters.eq("_id", person.caseId()),
                Updates.set("state.phoneToken", privacy.token("phone", lastDigits))).getModifiedCount()).isEqualTo(1);
    }

    private boolean allowsSms(Person person) {
        return contacts.find(person.caseId()).map(each -> each.allows(Channel.SMS)).orElseThrow();
    }

    private List<String> answers(Person person) {
        return items(staff(), "/v1/answers").stream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId()))
                .map(each -> each.path("text").asString()).toList();
    }
}
