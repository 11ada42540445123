package org.refugio.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.carriers.Channel;
import org.refugio.carriers.Fault;
import org.refugio.notification.Town.Person;
import org.springframework.beans.factory.annotation.Autowired;

/** Bad days of a carrier: at most one call for each message, and a person hears of what nobody can know. */
class CarrierFaultsIT extends OnRealCarriers {

    @Autowired
    private MongoDatabase database;

    @Test
    void aTextWhoseAnswerIsLostIsUnknownAndNotSentAgain() {
        Person person = booked(Channel.SMS, Fault.DROP_AFTER_ACCEPT);
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION SMS UNKNOWN",
                "CONFIRMATION EMAIL SENT"));
        Outside.calm();
        patiently().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        steadily().untilAsserted(() -> assertThat(Outside.texts(person.phone())).hasSize(1));
        assertThat(published("notification.message-unknown.v1", person.caseId())).hasSize(1);
    }

    @Test
    void aMailWhoseAnswerIsLostIsUnknownAndNotSentAgain() {
        Person person = booked(Channel.EMAIL, Fault.DROP_AFTER_ACCEPT);
        patiently().untilAsserted(() -> assertThat(log(person.caseId())).contains("CONFIRMATION EMAIL UNKNOWN",
                "CONFIRMATION SMS SENT"));
        Outside.calm();
        patiently().untilAsserted(() -> assertThat(calls(person)).isEqualTo(1));
        steadily().untilAsserted(() -> assertThat(Outside.mails(person.email())).hasSize(1));
    }

    @Test
    void aCarrierThatNeverAnswersIsNotAskedTwice() {
        Outside.fault(Channel.EMAIL, Fault.TIMEOUT);
        Person person = booked(Channel.SMS, Fault.TIMEOUT);
        patiently().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL UNKNOWN", "CONFIRMATION SMS UNKNOWN"));
        patiently().untilAsserted(() -> assertThat(calls(person)).as("one call for both").isEqualTo(1));
        Outside.calm();
        steadily().untilAsserted(() -> assertThat(Outside.texts(person.phone())).isEmpty());
    }

    @Test
    void aRefusalOnOneChannelIsNoReasonToCallWhereTheOtherTookIt() {
        Person person = booked(Channel.SMS, Fault.REFUSE);
        patiently().untilAsserted(() -> assertThat(log(person.caseId()))
                .containsExactly("CONFIRMATION EMAIL SENT", "CONFIRMATION SMS FAILED"));
        steadily().untilAsserted(() -> assertThat(calls(person)).isZero());
        assertThat(published("notification.message-failed.v1", person.caseId())).hasSize(1);
    }

    @Test
    void whereAllChannelsFailSomebodyCallsOnce() {
        Outside.fault(Channel.EMAIL, Fault.REFUSE);
        Person person = booked(Channel.SMS, Fault.REFUSE);
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
        assertThat(Outside.texts(person.phone())).hasSize(1);
    }

    private Person booked(Channel channel, Fault fault) {
        Person person = town.person("es");
        Outside.fault(channel, fault);
        town.book(person, in(12, "11:00"));
        return person;
    }

    private long calls(Person person) {
        return staff().get("/v1/calls").body().path("items").valueStream()
                .filter(each -> each.path("caseId").asString().equals(person.caseId())).count();
    }
}
