package org.refugio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.messaging.SampleService.Tally;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.observability.NoTracePropagation;
import org.refugio.messaging.outbox.Outbox;
import org.refugio.messaging.outbox.RecordPublisher;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.MongoAggregateRepositoryFactory;
import org.refugio.messaging.repository.StoreEpoch;
import org.refugio.testkit.RefugioTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Events are published from what was just written; a failure at any point neither loses nor reorders one. */
@RefugioTest
class PublicationAfterWriteIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Autowired
    private MongoDatabase database;

    private final String collection = "written" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Long> published = new CopyOnWriteArrayList<>();

    @Test
    void anEventThatCouldNotBePublishedIsPublishedBeforeThatOfTheNextCommand() {
        AtomicInteger attempts = new AtomicInteger();
        try (Outbox outbox = outbox(record -> {
            if (attempts.incrementAndGet() == 1) {
                throw new TransientFailure("the broker is away", null);
            }
            published.add(record.sequence());
        })) {
            AggregateRepository<Tally> tallies = tallies(outbox);
            String id = create(tallies);
            await().atMost(TIMEOUT).until(() -> attempts.get() == 1);
            assertThat(pending(id)).containsExactly(1L);
            step(tallies, id);
            await().atMost(TIMEOUT).untilAsserted(() -> {
                outbox.sweep(); // the request of the command may have met the failing publication
                assertThat(pending(id)).isEmpty();
            });
            assertThat(published).containsExactly(1L, 2L);
        }
    }

    @Test
    void anEventThatWasPublishedButNotRemovedIsPublishedAgainAndNotReordered() {
        AtomicInteger attempts = new AtomicInteger();
        try (Outbox outbox = outbox(record -> {
            published.add(record.sequence());
            if (attempts.incrementAndGet() == 1) {
                throw new TransientFailure("the acknowledgement was lost", null);
            }
        })) {
            AggregateRepository<Tally> tallies = tallies(outbox);
            String id = create(tallies);
            await().atMost(TIMEOUT).until(() -> attempts.get() == 1);
            step(tallies, id);
            await().atMost(TIMEOUT).untilAsserted(() -> {
                outbox.sweep(); // the request of the command may have met the failing publication
                assertThat(pending(id)).isEmpty();
            });
            assertThat(published).containsExactly(1L, 1L, 2L);
        }
    }

    @Test
    void eventsThatAreWrittenDuringAPublicationAreKeptAndPublishedAfterIt() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (Outbox outbox = outbox(record -> {
            started.countDown();
            awaitUninterrupted(written);
            published.add(record.sequence());
        })) {
            AggregateRepository<Tally> tallies = tallies(outbox);
            String id = create(tallies);
            started.await();
            step(tallies, id);
            step(tallies, id);
            written.countDown();
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(published).containsExactly(1L, 2L, 3L));
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(pending(id)).isEmpty());
        }
    }

    @Test
    void eventsThatArePublishedAndNotRemovedYetAreNotPublishedAgain() {
        try (Outbox outbox = outbox(record -> published.add(record.sequence()))) {
            AggregateRepository<Tally> tallies = tallies(outbox);
            String id = create(tallies);
            for (long last = 1; last <= 5; last++) {
                long expected = last;
                await().atMost(TIMEOUT).until(() -> published.contains(expected));
                step(tallies, id);
            }
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(pending(id)).isEmpty());
            assertThat(published).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        }
    }

    /** The store was restored while the process waited to remove what it had published. */
    @Test
    void aSequenceThatWasPublishedInAnotherEpochIsPublishedAndNotRemovedUnpublished() {
        AtomicBoolean available = new AtomicBoolean(true);
        String id;
        try (Outbox outbox = outbox(record -> {
            if (!available.get()) {
                throw new TransientFailure("the broker is away", null);
            }
            published.add(EventPosition.of(record.epoch().epoch(), record.sequence()));
        })) {
            AggregateRepository<Tally> tallies = tallies(outbox);
            id = create(tallies);
            await().atMost(TIMEOUT).until(() -> published.size() == 1);
            available.set(false);
            database.getCollection(collection).updateOne(Filters.eq("_id", id), Updates.combine(
                    Updates.set("epoch", 2L), Updates.set("epochStart", 0L), Updates.set("outbox.0.epoch", 2L),
                    Updates.set("outbox.0.epochStart", 0L), Updates.set("pendingAt", new Date(0))));
        } // removes what it has published
        assertThat(pending(id)).containsExactly(1L);
        try (Outbox outbox = outbox(record -> published.add(EventPosition.of(record.epoch().epoch(),
                record.sequence())))) {
            tallies(outbox);
            outbox.sweep();
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(pending(id)).isEmpty());
        }
        assertThat(published).containsExactly(1L, EventPosition.of(2, 1));
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Outbox outbox(RecordPublisher publisher) {
        return new Outbox(new EventCodec(), new NoTracePropagation(), publisher, new StoreEpoch(database, ""));
    }

    private AggregateRepository<Tally> tallies(Outbox outbox) {
        return new MongoAggregateRepositoryFactory(database, outbox).of(collection, Tally.class, Tally::caseId);
    }

    private static String create(AggregateRepository<Tally> tallies) {
        CommandKey key = new CommandKey(UUID.randomUUID().toString(), "f");
        tallies.create(key, id -> stepped(new Tally(id, "tapachula", 0, List.of())));
        return tallies.idFor(key);
    }

    private static void step(AggregateRepository<Tally> tallies, String id) {
        tallies.change(id, new CommandKey(UUID.randomUUID().toString(), "f"), PublicationAfterWriteIT::stepped);
    }

    private static Decision<Tally> stepped(Tally tally) {
        return Decision.changed(tally.step(0), new ChecklistCompleted(tally.caseId(), "tapachula", Instant.now()));
    }

    private List<Long> pending(String id) {
        return database.getCollection(collection).find(Filters.eq("_id", id)).first()
                .getList("outbox", Document.class).stream().map(each -> each.getLong("seq")).toList();
    }
}
