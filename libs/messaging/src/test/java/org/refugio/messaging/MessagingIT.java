package org.refugio.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.contracts.Event;
import org.refugio.contracts.IntakeEvent;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.SampleService.Tally;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.consumer.EventHandler;
import org.refugio.messaging.consumer.ParkedEvents;
import org.refugio.messaging.consumer.ProjectionRebuilder;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.operations.EventBacklogMetrics;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TopicRecords;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@RefugioTest
class MessagingIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

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

    @Autowired
    private ProjectionRebuilder rebuilder;

    private final String caseId = "c" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void discardParkedEvents() {
        SampleService.Handler.FAILING.clear();
        operations.parked(0, 100).forEach(each -> operations.discard(each.id(), false, "from an earlier test", "test"));
    }

    @Test
    void duplicatedAndReorderedEventsTakeEffectOnceAndInOrder() {
        for (long sequence : new long[]{3, 1, 1, 2, 3, 5, 4, 2, 5}) {
            publish(sequence);
        }
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(1L, 2L, 3L, 4L, 5L));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog().waiting()).isZero());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(published()).containsExactly(1L, 2L, 3L, 4L, 5L));
        assertThat(operations.backlog().parked()).isZero();
    }

    @Test
    void theOffsetsOfAppliedEventsAreCommitted(@Autowired Environment environment) throws Exception {
        String prefix = environment.getProperty("refugio.messaging.topic-prefix");
        String topic = prefix + "refugio.intake";
        LongStream.rangeClosed(1, 3).forEach(this::publish);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).hasSize(3));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers",
                environment.getRequiredProperty("spring.cloud.stream.kafka.binder.brokers")))) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(uncommitted(admin, topic,
                    prefix + environment.getRequiredProperty("spring.application.name"))).isZero());
        }
    }

    /** The number of records of the topic whose offsets the group has not committed. */
    private static long uncommitted(Admin admin, String topic, String group) throws Exception {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions()
                .forEach(each -> partitions.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest()));
        long left = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : admin.listOffsets(partitions).all().get()
                .entrySet()) {
            OffsetAndMetadata reached = committed.get(end.getKey());
            left += end.getValue().offset() - (reached == null ? 0 : reached.offset());
        }
        return left;
    }

    @Test
    void anEventIsRetriedAndNotParkedAfterATransientFailure() {
        SampleService.Handler.UNAVAILABLE_ONCE.add(caseId);
        publish(1);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(1L));
        assertThat(operations.backlog().parked()).isZero();
    }

    @Test
    void afterACrashBetweenEffectAndCursorTheEffectIsNotRepeatedAndTheLogHasNoExceptionMessage() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        SampleService.Handler.CRASHING_ONCE.add(caseId);
        LongStream.rangeClosed(1, 3).forEach(this::publish);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(1L, 2L, 3L));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(published()).containsExactly(1L, 2L, 3L));
        root.detachAppender(log);
        List<ILoggingEvent> logged = List.copyOf(log.list);
        assertThat(logged).extracting(ILoggingEvent::getMessage).contains("an event is retried");
        assertThat(logged).noneMatch(each -> text(each).contains("Marisol"));
    }

    @Test
    void anEventWithoutEffectIsReEvaluatedAfterACrashAndTakesEffectAtMostOnce() {
        EventOrigin source = new EventOrigin("intake", caseId, 1, caseId, Instant.now());
        CommandKey key = new CommandKey(UUID.randomUUID().toString(), "f");
        tallies.create(key, this::opened);
        String id = tallies.idFor(key);
        tallies.react(id, source, _ -> Decision.unchanged());
        tallies.react(id, source, found -> Decision.changed(found.orElseThrow().step(1)));
        tallies.react(id, source, found -> Decision.changed(found.orElseThrow().step(1)));
        assertThat(tallies.find(id).orElseThrow().state().order()).containsExactly(1L);
    }

    @Test
    void aRecordThatIsNotAnEventIsParkedAndLaterRecordsAreApplied() {
        records.raw("intake", caseId, Map.of(), "not an event".getBytes(StandardCharsets.UTF_8));
        records.raw("intake", caseId, Map.of("ce_type", "intake.step-changed.v1", "ce_subject", caseId, "ce_sequence",
                "many"), new byte[0]);
        publish(1);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(1L));
        assertThat(operations.parked(0, 10)).extracting(ParkedEvents.Parked::reason)
                .containsExactly("undecodable", "undecodable");
        operations.parked(0, 10)
                .forEach(each -> assertThat(operations.discard(each.id(), false, "sent by mistake", "operator"))
                        .isTrue());
        assertThat(operations.backlog().parked()).isZero();
    }

    @Test
    void aRecordWithoutAValueIsParkedAndLaterRecordsAreApplied() {
        records.raw("intake", caseId, Map.of(), null);
        records.raw("intake", caseId, TopicRecords.attributes("intake.step-changed.v1", caseId, 1), null);
        String other = caseId + "x";
        records.publish("intake", caseId, 2, step(caseId));
        records.publish("intake", other, 1, step(other));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(tallies.find(other)).isPresent());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.parked(0, 10))
                .extracting(ParkedEvents.Parked::reason).containsExactlyInAnyOrder("undecodable", "undecodable"));
        assertThat(tallies.find(caseId)).isEmpty();
    }

    @Test
    void anEventOfAnotherProducerInTheTopicIsParkedAndLaterRecordsAreApplied() {
        records.raw("intake", caseId, TopicRecords.attributes("document.checklist-completed.v1", caseId, 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        String other = caseId + "x";
        records.publish("intake", other, 1, step(other));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(tallies.find(other)).isPresent());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.parked(0, 10))
                .extracting(ParkedEvents.Parked::reason).containsExactly("foreign-type"));
    }

    @Test
    void aRebuiltReadModelHasTheSameContent() {
        for (long sequence : new long[]{2, 1, 1, 3}) {
            publish(sequence);
        }
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(1L, 2L, 3L));
        MongoDatabase target = client.getDatabase(database.getName() + "_r" + caseId);
        Map<String, List<Long>> rebuilt = new ConcurrentHashMap<>();
        List<EventHandler<? extends Event>> handlers = List.of(new RecordingHandler(rebuilt));
        ProjectionRebuilder.Result result = rebuilder.rebuild(target, "rebuilt", handlers);
        assertThat(rebuilt.get(caseId)).containsExactly(1L, 2L, 3L);
        assertThat(result.read()).isGreaterThanOrEqualTo(4);
        assertThatThrownBy(() -> rebuilder.rebuild(target, "rebuilt", handlers))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theBacklogIsAvailableAsGauges() {
        records.raw("intake", caseId, Map.of(), "not an event".getBytes(StandardCharsets.UTF_8));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new EventBacklogMetrics(operations).bindTo(meters);
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(meters.get("refugio.events.parked").gauge().value()).isOne());
        assertThat(meters.get("refugio.events.late").gauge().value()).isZero();
    }

    private static String text(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getFormattedMessage()).append(event.getKeyValuePairs());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            text.append(cause.getMessage());
        }
        return text.toString();
    }

    private record RecordingHandler(Map<String, List<Long>> handled) implements EventHandler<IntakeEvent> {

        @Override
        public Class<IntakeEvent> producer() {
            return IntakeEvent.class;
        }

        @Override
        public void on(IntakeEvent event, EventOrigin source) {
            handled.computeIfAbsent(source.aggregate(), _ -> new ArrayList<>()).add(source.sequence());
        }
    }

    @Test
    void anEventOfAnUnknownTypeIsSkipped() {
        records.raw("intake", caseId, TopicRecords.attributes("intake.something-new.v1", caseId, 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        publish(2);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(2L));
    }

    @Test
    void anEventOfAnUnknownVersionIsParkedAndBlocksItsAggregateOnly() {
        records.raw("intake", caseId, TopicRecords.attributes("intake.step-changed.v9", caseId, 1),
                "{}".getBytes(StandardCharsets.UTF_8));
        publish(2);
        String other = caseId + "x";
        records.publish("intake", other, 1, step(other));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(tallies.find(other)).isPresent());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog().waiting()).isOne());
        assertThat(tallies.find(caseId)).isEmpty();
        ParkedEvents.Parked parked = operations.parked(0, 10).getFirst();
        assertThat(parked.reason()).isEqualTo("unknown-version");
        assertThat(operations.replay(parked.id())).isFalse();
        assertThat(operations.discard(parked.id(), false, "published by a withdrawn build", "operator")).isTrue();
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(order()).containsExactly(2L));
        assertThat(operations.backlog().waiting()).isZero();
    }

    @Test
    void anEventWhoseHandlerFailsIsParkedWithoutTheMessageAndReplayedInOrderAfterAFix() {
        SampleService.Handler.FAILING.add(caseId);
        LongStream.rangeClosed(1, 3).forEach(this::publish);
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(operations.backlog().waiting()).isEqualTo(2));
        ParkedEvents.Parked parked = operations.parked(0, 10).getFirst();
        assertThat(parked.reason()).isEqualTo("fault-IllegalStateException");
        assertThat(database.getCollection("parked").find().first().toJson()).doesNotContain("Marisol");
        assertThat(operations.replay(parked.id())).isFalse();
        SampleService.Handler.FAILING.clear();
        assertThat(operations.replay(parked.id())).isTrue();
        assertThat(order()).containsExactly(1L, 2L, 3L);
        assertThat(operations.backlog().parked()).isZero();
        assertThat(operations.backlog().waiting()).isZero();
    }

    @Test
    void eventsThatACrashLeftInTheOutboxArePublishedInOrder() {
        List<Document> entries = LongStream.rangeClosed(1, 3)
                .mapToObj(sequence -> new Document("seq", sequence).append("type", "document.checklist-completed.v1")
                        .append("key", caseId).append("time", new Date()).append("data", "{}"))
                .toList();
        database.getCollection("tallies")
                .insertOne(new Document("_id", caseId).append("version", 1L).append("seq", 3L)
                        .append("state", new Document("caseId", caseId)).append("outbox", entries)
                        .append("pending", true)
                        .append("pendingAt", Date.from(Instant.now().minusSeconds(60))));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(published()).containsExactly(1L, 2L, 3L));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(
                database.getCollection("tallies").find(Filters.eq("_id", caseId)).first().containsKey("pending"))
                .isFalse());
    }

    @Test
    void aRepeatedCommandGetsTheRecordedOutcomeAndAnotherCommandWithItsKeyIsRefused() {
        CommandKey key = new CommandKey(UUID.randomUUID().toString(), "f1");
        CommandOutcome first = tallies.create(key, this::opened);
        assertThat(first).isInstanceOf(CommandOutcome.Done.class);
        assertThat(tallies.create(key, this::opened)).isEqualTo(first);
        assertThat(tallies.create(new CommandKey(key.key(), "f2"), this::opened))
                .isInstanceOfSatisfying(CommandOutcome.Refused.class,
                        refused -> assertThat(refused.refusal().rule()).isEqualTo("idempotency-key-reused"));
        String id = tallies.idFor(key);
        CommandKey change = new CommandKey(UUID.randomUUID().toString(), "f3");
        CommandOutcome changed = tallies.change(id, change, this::stepped);
        tallies.change(id, new CommandKey(UUID.randomUUID().toString(), "f4"), this::stepped);
        assertThat(tallies.change(id, change, this::stepped)).isEqualTo(changed);
        assertThat(tallies.find(id).orElseThrow().state().steps()).isEqualTo(2);
        assertThat(tallies.change("no-such-id", change, this::stepped))
                .isEqualTo(new CommandOutcome.Missing("no-such-id"));
    }

    @Test
    void concurrentCommandsAllTakeEffectAndTheirEventsHaveNoGap() throws Exception {
        CommandKey key = new CommandKey(UUID.randomUUID().toString(), "f");
        tallies.create(key, this::opened);
        String id = tallies.idFor(key);
        List<Callable<CommandOutcome>> commands = IntStream.range(0, 40)
                .<Callable<CommandOutcome>>mapToObj(
                        i -> () -> tallies.change(id, new CommandKey("k" + i, "f"), this::stepped))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<CommandOutcome> each : threads.invokeAll(commands)) {
                assertThat(each.get()).isInstanceOf(CommandOutcome.Done.class);
            }
        }
        assertThat(tallies.find(id).orElseThrow().state().steps()).isEqualTo(40);
        await().atMost(TIMEOUT).untilAsserted(
                () -> assertThat(records.read("document").stream().filter(each -> each.aggregate().equals(id))
                        .map(TopicRecords.Found::sequence).distinct().toList())
                        .isEqualTo(LongStream.rangeClosed(1, 41).boxed().toList()));
    }

    @Test
    void aggregatesAreFoundByTheirState() {
        CommandKey key = new CommandKey(UUID.randomUUID().toString(), "f");
        tallies.create(key, this::opened);
        assertThat(tallies.where(Filters.eq("state.caseId", caseId), Sorts.ascending("_id"), 0, 10)).hasSize(1);
        assertThat(tallies.count(Filters.eq("state.caseId", caseId))).isOne();
    }

    private Decision<Tally> opened(String id) {
        return Decision.changed(new Tally(caseId, "tapachula", 0, new ArrayList<>()),
                new ChecklistCompleted(caseId, "tapachula", Instant.now()));
    }

    private Decision<Tally> stepped(Tally tally) {
        return Decision.changed(tally.step(0), new ChecklistCompleted(caseId, "tapachula", Instant.now()));
    }

    private void publish(long sequence) {
        records.publish("intake", caseId, sequence, step(caseId));
    }

    private static IntakeEvent step(String caseId) {
        return new StepChanged(caseId, "tapachula", Step.DOCUMENT_GATHERING, StepStatus.IN_PROGRESS, Instant.now());
    }

    private List<Long> order() {
        return tallies.find(caseId).map(each -> each.state().order()).orElse(List.of());
    }

    private List<Long> published() {
        return records.read("document").stream().filter(each -> caseId.equals(each.aggregate()))
                .map(TopicRecords.Found::sequence).toList();
    }
}
