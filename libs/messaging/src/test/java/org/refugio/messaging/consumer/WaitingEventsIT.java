package org.refugio.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refugio.messaging.background.RecoverySweep;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.observability.NoTracePropagation;
import org.refugio.messaging.outbox.Outbox;
import org.refugio.messaging.outbox.RecordPublisher;
import org.refugio.messaging.repository.StoreEpoch;
import org.refugio.testkit.TestInfrastructure;

/** Sweeps reach every pending and every waiting event, whatever their number. */
class WaitingEventsIT {

    private final MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri());
    private final MongoDatabase database = client.getDatabase("sweep_" + UUID.randomUUID().toString().substring(0, 8));

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    @Test
    void anAggregateWhosePublicationFailedWithAnErrorIsPublishedByALaterSweep() {
        AtomicBoolean first = new AtomicBoolean(true);
        Set<Long> published = ConcurrentHashMap.newKeySet();
        MongoCollection<Document> aggregates = database.getCollection("aggregates");
        aggregates.insertOne(pending("a"));
        try (Outbox outbox = outbox(record -> {
            if (first.getAndSet(false)) {
                throw new StackOverflowError();
            }
            published.add(record.sequence());
        })) {
            outbox.register(aggregates);
            await().untilAsserted(() -> {
                outbox.sweep();
                assertThat(published).containsExactly(1L);
            });
            await().untilAsserted(() -> assertThat(outbox.pending()).isZero());
        }
    }

    @Test
    void aPublicationThatFailedIsRepeatedByTheNextSearchAndNotByEveryTenth() {
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicInteger searches = new AtomicInteger();
        Set<String> published = ConcurrentHashMap.newKeySet();
        MongoCollection<Document> aggregates = database.getCollection("aggregates");
        try (Outbox outbox = outbox(record -> {
            if (first.getAndSet(false)) {
                throw new TransientFailure("the broker does not respond", null);
            }
            published.add(record.aggregate());
        })) {
            outbox.register(aggregates);
            RecoverySweep recovery = outbox.recovery();
            recovery.run();
            aggregates.insertOne(pending("left by another process"));
            recovery.run();
            assertThat(outbox.pending()).as("nobody has told of it").isEqualTo(1);
            aggregates.insertOne(pending("a"));
            outbox.requestPublication(aggregates, "a");
            await().untilAsserted(() -> {
                searches.incrementAndGet();
                recovery.run();
                assertThat(published).containsExactlyInAnyOrder("a", "left by another process");
            });
            assertThat(searches).hasValueLessThan(8);
        }
    }

    @Test
    void eventsThatCannotBePublishedDoNotBlockOthers() {
        MongoCollection<Document> aggregates = database.getCollection("aggregates");
        List<Document> unpublishable = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            unpublishable.add(pending("a-unpublishable-" + i));
        }
        aggregates.insertMany(unpublishable);
        aggregates.insertOne(pending("b-publishable"));
        Set<String> published = ConcurrentHashMap.newKeySet();
        try (Outbox outbox = outbox(record -> {
            if (record.aggregate().startsWith("a-unpublishable")) {
                throw new TransientFailure("never", null);
            }
            published.add(record.aggregate());
        })) {
            outbox.register(aggregates);
            outbox.sweep();
            outbox.sweep();
            await().untilAsserted(() -> assertThat(published).containsExactly("b-publishable"));
        }
    }

    @Test
    void everyWaitingEventIsReachedInTheOrderOfArrival() {
        WaitingEvents waiting = new WaitingEvents(database, 10);
        Map<String, Date> since = new ConcurrentHashMap<>();
        for (int i = 0; i < 35; i++) {
            String cursor = "group|intake|" + UUID.randomUUID();
            since.put(cursor, new Date(1_000_000 - i / 3));
            database.getCollection("waiting").insertOne(new Document("_id", cursor + "|2").append("cursor", cursor)
                    .append("sequence", 2L).append("since", since.get(cursor)));
        }
        database.getCollection("waiting").insertOne(new Document("_id", "other").append("cursor", "group|document|x")
                .append("sequence", 2L).append("since", new Date()));
        List<String> reached = new ArrayList<>();
        WaitingEvents.SweepPosition position = WaitingEvents.SweepPosition.START;
        for (int sweep = 0; sweep < 4; sweep++) {
            position = waiting.sweep("group|intake|", position, each -> reached.add(each.cursor()));
        }
        assertThat(new TreeSet<>(reached)).isEqualTo(new TreeSet<>(since.keySet()));
        assertThat(reached).hasSize(35).isSortedAccordingTo((a, b) -> since.get(a).compareTo(since.get(b)));
        assertThat(position).isEqualTo(WaitingEvents.SweepPosition.START);
    }

    private Outbox outbox(RecordPublisher publisher) {
        return new Outbox(new EventCodec(), new NoTracePropagation(), publisher, new StoreEpoch(database, ""));
    }

    private static Document pending(String id) {
        return new Document("_id", id).append("version", 1L).append("seq", 1L).append("state", new Document())
                .append("outbox", List.of(new Document("seq", 1L).append("type", "document.checklist-completed.v1")
                        .append("key", id).append("time", new Date()).append("data", "{}")))
                .append("pending", true).append("pendingAt", Date.from(Instant.now().minusSeconds(60)));
    }
}
