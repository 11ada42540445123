package org.refugio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.SampleService.Tally;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.CommandReceipt;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.consumer.ParkedEvents;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.AggregateRepositoryFactory;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;

/** A write that the store can never accept is refused to a command and parks an event, without retries. */
@RefugioTest
class StoreRejectedWriteIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final int RECORDED_COMMANDS = 50;

    @Autowired
    private AggregateRepository<Tally> tallies;

    @Autowired
    private AggregateRepositoryFactory factory;

    @Autowired
    private TopicRecords records;

    @Autowired
    private EventOperations operations;

    @Autowired
    private MongoDatabase database;

    @Test
    void aDuplicateKeyInAnotherUniqueIndexIsRefusedWithTheNameOfTheIndex() {
        AggregateRepository<Tally> unique = factory.of("unique_tallies", Tally.class, Tally::caseId);
        database.getCollection("unique_tallies").createIndex(Indexes.ascending("state.caseId"),
                new IndexOptions().unique(true));
        String caseId = unique("c");
        CommandKey first = key();
        assertThat(unique.create(first, _ -> tally(caseId, "tapachula"))).isInstanceOf(CommandOutcome.Done.class);
        assertThat(unique.create(key(), _ -> tally(caseId, "tapachula"))).isInstanceOfSatisfying(
                CommandOutcome.Refused.class,
                refused -> {
                    assertThat(refused.refusal().rule()).isEqualTo("not-unique");
                    assertThat(refused.refusal().details()).containsEntry("index", "state.caseId_1");
                });
        CommandKey other = key();
        unique.create(other, _ -> tally(unique("c"), "tapachula"));
        assertThat(unique.change(unique.idFor(other), key(), _ -> tally(caseId, "tapachula")))
                .isInstanceOfSatisfying(CommandOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("not-unique"));
        assertThatThrownBy(() -> unique.react(unique("a"), new EventOrigin("intake", "x", 1, "x", Instant.now()),
                _ -> tally(caseId, "tapachula"))).isInstanceOf(PermanentFailure.class);
        assertThat(unique.create(first, _ -> tally(caseId, "tapachula"))).isInstanceOf(CommandOutcome.Done.class);
    }

    @Test
    void aStateOrEventThatIsTooLargeIsRefusedAndTheAggregateStaysUsable() {
        CommandKey created = key();
        String caseId = unique("c");
        assertThat(rule(tallies.create(created, _ -> tally(caseId, "x".repeat(17_000_000)))))
                .isEqualTo("too-large-to-keep");
        tallies.create(created, _ -> tally(caseId, "tapachula"));
        String id = tallies.idFor(created);
        assertThat(rule(tallies.change(id, key(), _ -> tally(caseId, "x".repeat(17_000_000)))))
                .isEqualTo("too-large-to-keep");
        assertThat(rule(tallies.change(id, key(), found -> Decision.changed(found,
                new ChecklistCompleted(caseId, "x".repeat(600_000), Instant.now()))))).isEqualTo("too-large-to-keep");
        assertThat(tallies.change(id, key(), found -> Decision.changed(found.step(1))))
                .isInstanceOf(CommandOutcome.Done.class);
    }

    @Test
    void anEventWhoseEffectTheStoreRejectsIsParkedAndBlocksItsAggregateOnly() {
        String caseId = unique("c");
        String other = unique("d");
        SampleService.Handler.OVERSIZED.add(caseId);
        records.publish("intake", caseId, 1, step(caseId));
        records.publish("intake", other, 1, step(other));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.parked(0, 10))
                .extracting(ParkedEvents.Parked::reason).containsExactly("store-too-large"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(tallies.find(other)).isPresent());
        SampleService.Handler.OVERSIZED.clear();
        assertThat(operations.replay(operations.parked(0, 1).getFirst().id())).isTrue();
        assertThat(tallies.find(caseId)).isPresent();
    }

    @Test
    void aCommandIsExecutedOnceWhateverTheNumberOfLaterCommands() {
        CommandKey created = key();
        String caseId = unique("c");
        tallies.create(created, _ -> tally(caseId, "tapachula"));
        String id = tallies.idFor(created);
        List<CommandKey> keys = IntStream.range(0, 120).mapToObj(_ -> key()).toList();
        keys.forEach(each -> tallies.change(id, each, found -> Decision.changed(found.step(0))));
        for (int i = 0; i < keys.size(); i++) {
            CommandOutcome again = tallies.change(id, keys.get(i), found -> Decision.changed(found.step(0)));
            if (i < keys.size() - RECORDED_COMMANDS) {
                assertThat(rule(again)).isEqualTo("answered-long-ago");
            } else {
                assertThat(again).isEqualTo(new CommandOutcome.Done(new CommandReceipt(id, i + 2L, 0)));
            }
        }
        assertThat(rule(tallies.create(created, _ -> tally(caseId, "tapachula")))).isEqualTo("answered-long-ago");
        assertThat(tallies.find(id).orElseThrow().state().steps()).isEqualTo(120);
    }

    private static String rule(CommandOutcome outcome) {
        return outcome instanceof CommandOutcome.Refused refused ? refused.refusal().rule() : outcome.toString();
    }

    private static Decision<Tally> tally(String caseId, String office) {
        return Decision.changed(new Tally(caseId, office, 0, List.of()));
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString(), "f");
    }

    private static String unique(String start) {
        return start + UUID.randomUUID().toString().substring(0, 8);
    }

    private static StepChanged step(String caseId) {
        return new StepChanged(caseId, "tapachula", Step.DOCUMENT_GATHERING, StepStatus.IN_PROGRESS, Instant.now());
    }
}
