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

/** Carrier faults: at most one carrier call for each message, and a call to the person where the outcome is unknown. */
class CarrierFaultsIT extends OnRealCarriers {

    @Autowired
    private MongoDatabase database;

    @Test
    void anSmsWithoutAResponseIsUnknownAndNotSentAgain() {
        Person person = booked(CarrierChannel.SMS, CarrierFault.DROP_AFTER_ACCEPT);
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS UNKNOWN",
                "CONFIRMATION EMAIL SENT"));
        TestCarriers.reset();
        eventually().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).hasSize(1));
        assertThat(published("notification.message-unknown.v1", person.caseId())).hasSize(1);
    }

    @Test
    void anEmailWithoutAResponseIsUnknownAndNotSentAgain() {
        Person person = booked(CarrierChannel.EMAIL, CarrierFault.DROP_AFTER_ACCEPT);
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION EMAIL UNKNOWN",
                "CONFIRMATION SMS SENT"));
        TestCarriers.reset();
        eventually().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        continuously().untilAsserted(() -> assertThat(TestCarriers.mails(person.email())).hasSize(1));
    }

    @Test
    void aMessageIsNotSentAgainAfterATimeout() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.TIMEOUT);
        Person person = booked(CarrierChannel.SMS, CarrierFault.TIMEOUT);
        eventually().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL UNKNOWN", "CONFIRMATION SMS UNKNOWN"));
        eventually().untilAsserted(() -> assertThat(calls(person)).as("one call for both").isEqualTo(1));
        TestCarriers.reset();
        continuously().untilAsserted(() -> assertThat(TestCarriers.texts(person.phone())).isEmpty());
    }

    @Test
    void aRejectionOnOneChannelRequestsNoCallWhereTheOtherAccepted() {
        Person person = booked(CarrierChannel.SMS, CarrierFault.REFUSE);
        eventually().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL SENT", "CONFIRMATION SMS FAILED"));
        continuously().untilAsserted(() -> assertThat(calls(person)).isZero());
        assertThat(published("notification.message-failed.v1", person.caseId())).hasSize(1);
    }

    @Test
    void oneCallIsRequestedWhereAllChannelsFail() {
        TestCarriers.fault(CarrierChannel.EMAIL, CarrierFault.REFUSE);
        Person person = booked(CarrierChannel.SMS, CarrierFault.REFUSE);
        eventually().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        continuously().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        assertThat(log(person.caseId())).containsExactly("CONFIRMATION EMAIL FAILED", "CONFIRMATION SMS FAILED");
    }

    @Test
    void aCrashDuringTheCarrierCallIsUnknown() {
        Person person = office.person("es");
        office.book(person, in(12, "11:00"));
        awaitSent(person.caseId(), 2);
        MongoCollection<Document> sends = database.getCollection("sends");
        // the ledger after a process died following its claim
        sends.updateOne(
                Filters.and(Filters.eq("state.caseId", person.caseId()), Filters.eq("state.channel", "SMS")),
                Updates.combine(Updates.set("state.status", "SENDING"), Updates.set("state.queue", "sending"),
                        Updates.set("state.leaseUntil", java.time.Instant.now().minusSeconds(1)),
                        Updates.inc("version", 1)));
        eventually().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS UNKNOWN"));
        eventually().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        assertThat(TestCarriers.texts(person.phone())).hasSize(1);
    }

    private Person booked(CarrierChannel channel, CarrierFault fault) {
        Person person = office.person("es");
        TestCarriers.fault(channel, fault);
        office.book(person, in(12, "11:00"));
        return person;
    }

    private long calls(Person person) {
        return staff().get("/v1/calls").body().path("items").valueStream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId())).count();
    }
}
