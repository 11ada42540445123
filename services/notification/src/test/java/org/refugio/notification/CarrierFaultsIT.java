package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.carriers.CarrierChannel;
import org.refugio.carriers.CarrierFault;
import org.refugio.notification.TestOffice.Person;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad days of a carrier: at most one call for each message, and a person hears of what nobody can know. */
class CarrierFaultsIT extends OnRealCarriers {

    @Autowired
    private MongoDatabase database;

    @Test
    void aTextWhoseAnswerIsLostIsUnknownAndNotSentAgain() {
        Person person = booked(CarrierChannel.SMS, CarrierFault.DROP_AFTER_ACCEPT);
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS UNKNOWN",
                "CONFIRMATION EMAIL SENT"));
        TestCarriers.calm();
        patiently().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        steadily().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
        assertThat(published("notification.message-unknown.v1", person.caseId())).hasSize(1);
    }

    @Test
    void aMailWhoseAnswerIsLostIsUnknownAndNotSentAgain() {
        Person person = booked(CarrierChannel.EMAIL, CarrierFault.DROP_AFTER_ACCEPT);
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION EMAIL UNKNOWN",
                "CONFIRMATION SMS SENT"));
        TestCarriers.calm();
        patiently().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        steadily().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
    }

    @Test
    void aCarrierThatNeverAnswersIsNotAskedTwice() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.TIMEOUT);
        Person person = booked(CarrierChannel.SMS, CarrierFault.TIMEOUT);
        patiently().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL UNKNOWN", "CONFIRMATION SMS UNKNOWN"));
        patiently().untilAsserted(() -> assertThat(calls(person)).as("one call for both").isEqualTo(1));
        TestCarriers.calm();
        steadily().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).isEmpty());
    }

    @Test
    void aRefusalOnOneChannelIsNoReasonToCallWhereTheOtherTookIt() {
        Person person = booked(CarrierChannel.SMS, CarrierFault.REFUSE);
        patiently().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL SENT", "CONFIRMATION SMS FAILED"));
        steadily().untilAsserted(() -> assertThat(calls(person)).isZero());
        assertThat(published("notification.message-failed.v1", person.caseId())).hasSize(1);
    }

    @Test
    void whereAllChannelsFailSomebodyCallsOnce() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.REFUSE);
        Person person = booked(CarrierChannel.SMS, CarrierFault.REFUSE);
        patiently().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        steadily().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        assertThat(log(person.caseId())).containsExactly("CONFIRMATION EMAIL FAILED", "CONFIRMATION SMS FAILED");
    }

    @Test
    void aCrashAmidTheCallIsUnknown() {
        Person person = town.person("es");
        town.book(person, in(12, "11:00"));
        sent(person.caseId(), 2);
        MongoCollection<Document> sends = database.getCollection("sends");
        // the ledger as a process leaves it that died after its claim
        sends.updateOne(
                Filters.and(Filters.eq("state.caseId", person.caseId()), Filters.eq("state.channel", "SMS")),
                Updates.combine(Updates.set("state.status", "SENDING"), Updates.set("state.queue", "sending"),
                        Updates.set("state.leaseUntil", java.time.Instant.now().minusSeconds(1)),
                        Updates.inc("version", 1)));
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS UNKNOWN"));
        patiently().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        assertThat(TestCarriers.texts(person.phone())).hasSize(1);
    }

    private Person booked(CarrierChannel channel, CarrierFault fault) {
        Person person = town.person("es");
        TestCarriers.fault(channel, fault);
        town.book(person, in(12, "11:00"));
        return person;
    }

    private long calls(Person person) {
        return staff().get("/v1/calls").body().path("items").valueStream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId())).count();
    }
}
