package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ConsoleTest
class RebuildIT {

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords records;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private EventOperations operations;

    @Test
    void theModelRebuiltFromNothingEqualsTheLiveOneAndAChangedDocumentIsNamed() throws IOException {
        publish("intake", "a", 2, "submission-recorded");
        publish("intake", "a", 1, "case-opened");
        publish("document", "a", 1, "checklist-opened");
        publish("document", "a", 2, "document-uploaded");
        publish("scheduling", "m", 2, "appointment-rescheduled");
        publish("scheduling", "m", 1, "appointment-booked");
        publish("scheduling", "m", 2, "appointment-rescheduled");
        publish("scheduling", "r", 1, "resource-registered");
        publish("notification", "s", 1, "message-sent");
        publish("notification", "c", 1, "call-needed");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(database.getCollection("timeline").countDocuments()).isGreaterThan(3);
            assertThat(database.getCollection("cursors").countDocuments()).isEqualTo(6);
            assertThat(operations.backlog().waiting()).isZero();
        });
        TestHttpClient.Reply equal = as("federation:federation-admin").post("/v1/rebuild-check", "{}");
        assertThat(equal.status()).as(equal.toString()).isEqualTo(200);
        assertThat(equal.body().path("equal").asBoolean()).as(equal.toString()).isTrue();
        assertThat(equal.body().path("records").asInt()).isEqualTo(10);
        assertThat(equal.body().path("collections").get(0).path("documents").asInt()).isPositive();

        String changed = database.getCollection("cases").find().first().getString("_id");
        database.getCollection("cases").updateOne(Filters.eq("_id", changed), Updates.set("content.reference", "X"));
        TestHttpClient.Reply different = as("federation:federation-admin").post("/v1/rebuild-check", "{}");
        assertThat(different.body().path("equal").asBoolean()).isFalse();
        assertThat(different.body().path("collections").get(0).path("differences").get(0).asString())
                .isEqualTo(changed);
    }

    @Test
    void onlyWhoOperatesMayAsk() {
        assertThat(as("tapachula:intake-worker").post("/v1/rebuild-check", "{}").status()).isEqualTo(403);
        assertThat(new TestHttpClient(port, null).post("/v1/rebuild-check", "{}").status()).isEqualTo(401);
    }

    private TestHttpClient as(String membership) {
        return new TestHttpClient(port, "Bearer " + FakeServices.SHARED.token(membership));
    }

    private void publish(String producer, String aggregate, long sequence, String event) throws IOException {
        String type = producer + "." + event + ".v1";
        try (InputStream sample = getClass().getResourceAsStream("/samples/" + type + ".json")) {
            records.raw(producer, aggregate, TopicRecords.attributes(type, aggregate, sequence), sample.readAllBytes());
        }
    }
}
