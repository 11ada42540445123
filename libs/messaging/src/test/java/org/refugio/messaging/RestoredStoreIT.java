package org.refugio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.messaging.SampleService.Tally;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.observability.NoTracePropagation;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.messaging.outbox.Outbox;
import org.refugio.messaging.outbox.OutgoingRecord;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.EpochMarker;
import org.refugio.messaging.repository.MongoAggregateRepositoryFactory;
import org.refugio.messaging.repository.StoreEpoch;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;

/** After a restore from a backup sequences are assigned again; new events are not mistaken for duplicates of lost ones. */
@RefugioTest
class RestoredStoreIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Autowired
    private AggregateRepository<Tally> tallies;

    @Autowired
    private TopicRecords records;

    @Autowired
    private EventOperations operations;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private MongoClient client;

    private final String caseId = "c" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void newEventsWithRepeatedSequencesAreAppliedAndLateOldOnesAreNot() {
        for (long sequence = 1; sequence <= 5; sequence++) {
            publish(1, 0, sequence);
        }
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).hasSize(5));
        publish(2, 3, 4); // the backup contained three events; the fourth and fifth were lost
        publish(2, 3, 6);
        publish(1, 0, 5);
        publish(2, 3, 4);
        publish(1, 0, 4);
        publish(2, 3, 5);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(1L, 2L, 3L, 4L, 5L,
                EventPosition.of(2, 4), EventPosition.of(2, 5), EventPosition.of(2, 6)));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog().waiting()).isZero());
        assertThat(operations.backlog().parked()).isZero();
    }

    @Test
    void anEpochBeginsAfterTheLastEventOfTheBackup() {
        publish(1, 0, 1);
        publish(2, 2, 3); // the backup contained two events, and the second has not arrived yet
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog().waiting()).isOne());
        assertThat(order()).containsExactly(1L);
        publish(1, 0, 2);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(order()).containsExactly(1L, 2L, EventPosition.of(2, 3)));
        publish(3, 3, 4);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).endsWith(EventPosition.of(3, 4)));
    }

    @Test
    void anAggregateCreatedAfterTheRestoreBeginsAtOne() {
        publish(2, 0, 1);
        publish(2, 0, 2);
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(order()).containsExactly(EventPosition.of(2, 1), EventPosition.of(2, 2)));
    }

    @Test
    void aNamedRestoreStartsOneEpoch() {
        assertThat(epoch("")).isOne();
        long next = epoch("restore-1");
        assertThat(next).isEqualTo(2);
        assertThat(epoch("restore-1")).isEqualTo(2);
        assertThat(epoch("")).isEqualTo(2);
        assertThat(epoch("restore-2")).isEqualTo(3);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aStartReportsWhetherTheNamedRestoreWasAlreadyHandled(CapturedOutput log) {
        epoch("restore-3");
        assertThat(log).contains("The restore restore-3 is handled").doesNotContain("already handled");
        epoch("restore-3");
        assertThat(log).contains("The restore restore-3 was already handled");
    }

    @Test
    void eventsThatWerePendingInTheBackupKeepTheirEpochAndLaterOnesHaveTheNewOne() {
        List<OutgoingRecord> published = new CopyOnWriteArrayList<>();
        CommandKey key = command();
        try (Outbox before = outbox(published, new StoreEpoch(ownDatabase(), ""));
                Outbox after = outbox(published, new StoreEpoch(ownDatabase(), "restore"))) {
            AggregateRepository<Tally> old = tallies(before);
            old.create(key, _ -> stepped(new Tally(caseId, "tapachula", 0, List.of())));
            String id = old.idFor(key);
            await().atMost(TIMEOUT).until(() -> before.pending() == 0);
            AggregateRepository<Tally> restored = tallies(after);
            CommandKey change = command();
            CommandOutcome changed = restored.change(id, change, this::stepped);
            assertThat(changed).isEqualTo(new CommandOutcome.Done(new CommandReceipt(id, 2, EventPosition.of(2, 2))));
            assertThat(restored.change(id, change, this::stepped)).isEqualTo(changed);
            restored.change(id, command(), this::stepped);
            await().atMost(TIMEOUT).until(() -> published.size() == 3);
            assertThat(published).extracting(OutgoingRecord::epoch).containsExactly(new EpochMarker(1, 0),
                    new EpochMarker(2, 1), new EpochMarker(2, 1));
            Document stored = database.getCollection("restored").find(Filters.eq("_id", id)).first();
            assertThat(stored.get("seq")).isEqualTo(3L);
        }
    }

    @Test
    void anInstanceThatRunsThroughARestoreContinuesInTheNewEpoch() {
        List<OutgoingRecord> published = new CopyOnWriteArrayList<>();
        StoreEpoch outdated = new StoreEpoch(ownDatabase(), "");
        try (Outbox running = outbox(published, outdated);
                Outbox started = outbox(published, new StoreEpoch(ownDatabase(), "restore"))) {
            AggregateRepository<Tally> ofRunning = tallies(running);
            CommandKey key = command();
            tallies(started).create(key, _ -> stepped(new Tally(caseId, "tapachula", 0, List.of())));
            assertThat(outdated.current()).isOne();
            CommandOutcome changed = ofRunning.change(ofRunning.idFor(key), command(), this::stepped);
            assertThat(changed).isEqualTo(new CommandOutcome.Done(
                    new CommandReceipt(ofRunning.idFor(key), 2, EventPosition.of(2, 2))));
            assertThat(outdated.current()).as("known for all aggregates now").isEqualTo(2);
        }
    }

    @Test
    void aSweepReadsTheEpochAgain() {
        StoreEpoch outdated = new StoreEpoch(ownDatabase(), "");
        try (Outbox running = outbox(new CopyOnWriteArrayList<>(), outdated)) {
            new StoreEpoch(ownDatabase(), "restore");
            running.sweep();
            assertThat(outdated.current()).isEqualTo(2);
        }
    }

    private long epoch(String restored) {
        return new StoreEpoch(database, restored).current();
    }

    private static CommandKey command() {
        return new CommandKey(UUID.randomUUID().toString(), "f");
    }

    private MongoDatabase ownDatabase() {
        return client.getDatabase(database.getName() + "_" + caseId);
    }

    private AggregateRepository<Tally> tallies(Outbox outbox) {
        return new MongoAggregateRepositoryFactory(database, outbox).of("restored", Tally.class, Tally::caseId);
    }

    private static Outbox outbox(List<OutgoingRecord> published, StoreEpoch epoch) {
        return new Outbox(new EventCodec(), new NoTracePropagation(), published::add, epoch);
    }

    private Decision<Tally> stepped(Tally tally) {
        return Decision.changed(tally.step(0), new ChecklistCompleted(caseId, "tapachula", Instant.now()));
    }

    private void publish(long epoch, long start, long sequence) {
        Map<String, String> attributes = TopicRecords.attributes("intake.step-changed.v1", caseId, sequence);
        attributes.put("ce_epoch", Long.toString(epoch));
        if (epoch > 1) {
            attributes.put("ce_epochstart", Long.toString(start));
        }
        records.raw("intake", caseId, attributes, """
            {"caseId":"%s","office":"tapachula","step":"DOCUMENT_GATHERING","status":"IN_PROGRESS",
             "changedAt":"2026-03-02T18:00:00Z"}""".formatted(caseId).getBytes(StandardCharsets.UTF_8));
    }

    private List<Long> order() {
        return tallies.find(caseId).map(each -> each.state().order()).orElse(List.of());
    }
}
