package org.refugio.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DocumentEvent;
import org.refugio.contracts.DocumentEvent.ChecklistCompleted;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventHeaders;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.observability.MicrometerPipelineMetrics;
import org.refugio.messaging.observability.NoTracePropagation;
import org.refugio.testkit.TestInfrastructure;

/** Polls of several aggregates, by several instances that remember cursors. */
class EventPipelineIT {

    private final MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri());
    private final MongoDatabase database = client.getDatabase("poll_" + UUID.randomUUID().toString().substring(0, 8));
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    private final List<EventPipelines> instances = new ArrayList<>();

    @AfterEach
    void drop() {
        instances.forEach(EventPipelines::close);
        database.drop();
        client.close();
    }

    private EventPipeline<?> instance() {
        return instance(_ -> {
        });
    }

    private EventPipeline<?> instance(Consumer<String> during) {
        EventHandler<DocumentEvent> handler = new EventHandler<>() {

            @Override
            public Class<DocumentEvent> producer() {
                return DocumentEvent.class;
            }

            @Override
            public void on(DocumentEvent event, EventOrigin source) {
                String name = source.aggregate() + EventPosition.sequence(source.sequence());
                during.accept(name);
                if (failures.containsKey(name)) {
                    throw failures.get(name);
                }
                handled.add(name);
            }
        };
        EventPipelines pipelines = new EventPipelines(List.of(handler), new EventCodec(), database, "group",
                new MicrometerPipelineMetrics(new SimpleMeterRegistry(),
                        new NoTracePropagation()));
        instances.add(pipelines);
        EventPipeline<?> pipeline = pipelines.pipelineOf("document");
        pipeline.sweep(); // from now on it knows that nothing waits
        return pipeline;
    }

    static IncomingRecord event(String aggregate, long sequence) {
        return event(aggregate, sequence, Map.of());
    }

    static IncomingRecord event(String aggregate, long sequence, Map<String, String> more) {
        ChecklistCompleted event = new ChecklistCompleted(aggregate, "tapachula",
                Instant.parse("2027-03-01T15:00:00Z"));
        Map<String, String> headers = new ConcurrentHashMap<>(Map.of(EventHeaders.SUBJECT, aggregate, EventHeaders.TYPE,
                EventCodec.wireName(event), EventHeaders.SEQUENCE, Long.toString(sequence), EventHeaders.TIME,
                "2027-03-01T15:00:00Z"));
        headers.putAll(more);
        return new IncomingRecord("document-0-" + aggregate + sequence, aggregate, headers,
                new EventCodec().encode(event).getBytes(UTF_8));
    }

    private long cursor(String aggregate) {
        instances.forEach(EventPipelines::writeCursors);
        return stored(aggregate);
    }

    private long stored(String aggregate) {
        Document found = database.getCollection("cursors").find(Filters.eq("_id", "group|document|" + aggregate))
                .first();
        return found == null ? 0 : ((Number) found.get("last")).longValue();
    }

    @Test
    void theAggregatesOfAPollAreHandledSideBySideAndEachInOrder() {
        CountDownLatch both = new CountDownLatch(2);
        EventPipeline<?> pipeline = instance(name -> {
            if (name.endsWith("1")) {
                both.countDown();
                assertThat(await(both)).as("the other aggregate is being handled").isTrue();
            }
        });
        pipeline.accept(List.of(event("a", 1), event("a", 2), event("b", 1), event("a", 3), event("b", 2)));
        assertThat(handled).hasSize(5).containsSubsequence("a1", "a2", "a3").containsSubsequence("b1", "b2");
        assertThat(cursor("a")).isEqualTo(3);
        assertThat(cursor("b")).isEqualTo(2);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void afterAFailureOnlyWhatWasNotAppliedIsAppliedAgain() {
        EventPipeline<?> pipeline = instance();
        failures.put("b1", new TransientFailure("the store does not respond", null));
        List<IncomingRecord> poll = List.of(event("a", 1), event("b", 1), event("b", 2), event("c", 1));
        assertThatThrownBy(() -> pipeline.accept(poll)).isInstanceOf(TransientFailure.class);
        assertThat(handled).containsExactlyInAnyOrder("a1", "c1");
        failures.clear();
        pipeline.accept(poll);
        assertThat(handled).containsExactlyInAnyOrder("a1", "c1", "b1", "b2").containsSubsequence("b1", "b2");
        assertThat(cursor("b")).isEqualTo(2);
    }

    @Test
    void aParkedEventHoldsBackItsAggregateOnly() {
        EventPipeline<?> pipeline = instance();
        failures.put("a1", new PermanentFailure("never", "never"));
        pipeline.accept(List.of(event("a", 1), event("a", 2), event("b", 1)));
        assertThat(handled).containsExactly("b1");
        assertThat(cursor("a")).isZero();
        assertThat(database.getCollection("waiting").countDocuments()).isEqualTo(1);
    }

    @Test
    void anEventThatWaitsIsRemovedAfterTheCursorOfItsPredecessorIsStored() {
        EventPipeline<?> pipeline = instance();
        pipeline.accept(List.of(event("a", 3), event("a", 2), event("b", 1)));
        pipeline.accept(List.of(event("a", 1), event("b", 2)));
        assertThat(handled).containsSubsequence("a1", "a2", "a3").hasSize(5);
        assertThat(cursor("a")).isEqualTo(3);
        assertThat(database.getCollection("waiting").countDocuments()).isZero();
    }

    /** As after a pause that is longer than the session with the broker. */
    @Test
    void anInstanceThatRemembersAnOldCursorDecidesOnTheStoredOne() {
        EventPipeline<?> paused = instance();
        EventPipeline<?> other = instance();
        paused.accept(List.of(event("a", 1)));
        assertThat(cursor("a")).isEqualTo(1);
        other.accept(List.of(event("a", 2), event("a", 3)));
        assertThat(cursor("a")).isEqualTo(3);
        paused.accept(List.of(event("a", 2), event("b", 1)));
        assertThat(cursor("a")).as("it does not go back").isEqualTo(3);
        assertThat(cursor("b")).isEqualTo(1);
        paused.accept(List.of(event("a", 4)));
        assertThat(cursor("a")).isEqualTo(4);
        assertThat(handled).contains("a4");
        other.accept(List.of(event("a", 5)));
        assertThat(handled).contains("a5");
        assertThat(cursor("a")).isEqualTo(5);
    }

    /** The first event of an aggregate is taken for unapplied without a read. */
    @Test
    void aFirstEventThatIsDeliveredAgainChangesNoCursor() {
        instance().accept(List.of(event("a", 1), event("a", 2), event("b", 1)));
        assertThat(cursor("a")).isEqualTo(2);
        EventPipeline<?> restarted = instance();
        restarted.accept(List.of(event("a", 1), event("b", 1)));
        assertThat(cursor("a")).isEqualTo(2);
        restarted.accept(List.of(event("a", 3)));
        assertThat(cursor("a")).isEqualTo(3);
        assertThat(handled.stream().filter("a2"::equals)).hasSize(1);
    }

    /** An aggregate that was created again after a restore from a backup of before its creation. */
    @Test
    void aFirstEventOfANewEpochContinuesACursorOfTheOldOne() {
        instance().accept(List.of(event("a", 1), event("a", 2)));
        Map<String, String> epoch = Map.of(EventHeaders.EPOCH, "2", EventHeaders.EPOCH_START, "0");
        EventPipeline<?> restarted = instance();
        List<IncomingRecord> poll = List.of(event("a", 1, epoch), event("b", 1, epoch));
        restarted.accept(poll);
        assertThat(handled).containsExactlyInAnyOrder("a1", "a2", "a1", "b1");
        assertThat(cursor("a")).isEqualTo(EventPosition.of(2, 1));
    }

    @Test
    void aPollIsAcknowledgedAfterItsCursorsAreStored() {
        EventPipeline<?> pipeline = instance();
        List<Long> storedThen = new CopyOnWriteArrayList<>();
        pipeline.accept(List.of(event("a", 1), event("a", 2)), () -> storedThen.add(stored("a")));
        pipeline.accept(List.of(event("a", 3)), () -> storedThen.add(stored("a")));
        assertThat(storedThen).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(storedThen).containsExactly(3L, 3L));
    }

    @Test
    void manyPollsAreAcknowledgedWithoutDelay() {
        EventPipeline<?> pipeline = instance();
        List<Long> storedThen = new CopyOnWriteArrayList<>();
        for (int i = 1; i <= 101; i++) {
            pipeline.accept(List.of(event("a", i)), () -> storedThen.add(stored("a")));
        }
        assertThat(storedThen).hasSize(101).containsOnly(101L);
    }

    /** It ends before it stores what it has applied; the records are delivered again. */
    @Test
    void whatAnEndedInstanceHasAppliedIsAppliedAgainInOrder() {
        instance().accept(List.of(event("a", 1), event("a", 2)));
        instances.clear();
        database.getCollection("cursors").deleteMany(Filters.empty());
        instance().accept(List.of(event("a", 1), event("a", 2), event("a", 3)));
        assertThat(handled).containsExactly("a1", "a2", "a1", "a2", "a3");
        assertThat(cursor("a")).isEqualTo(3);
    }

    @Test
    void anInstanceThatStoresItsCursorsLateDoesNotMoveThemBack() {
        instance().accept(List.of(event("a", 1)));
        instance().accept(List.of(event("a", 1), event("a", 2), event("a", 3)));
        instances.reversed().forEach(EventPipelines::writeCursors);
        assertThat(stored("a")).isEqualTo(3);
    }
}
