package org.refugio.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.refugio.messaging.consumer.EventPipelineIT.event;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.DocumentEvent;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.event.EventHeaders;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.failure.PermanentFailure;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.observability.MicrometerPipelineMetrics;
import org.refugio.messaging.observability.NoTracePropagation;
import org.refugio.testkit.TestInfrastructure;

/** What operators do about events that cannot be applied or will never arrive. */
class PipelineRepairIT {

    private static final String DOCUMENT = "document";

    private final MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri());
    private final MongoDatabase database = client.getDatabase("repair_" + UUID.randomUUID().toString().substring(0, 8));
    private final List<String> handled = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> impossible = ConcurrentHashMap.newKeySet();
    private final EventPipelines pipelines = instance();

    @AfterEach
    void drop() {
        database.drop();
        client.close();
    }

    private EventPipelines instance() {
        EventHandler<DocumentEvent> handler = new EventHandler<>() {

            @Override
            public Class<DocumentEvent> producer() {
                return DocumentEvent.class;
            }

            @Override
            public void on(DocumentEvent event, EventOrigin source) {
                String name = source.aggregate() + EventPosition.sequence(source.sequence());
                if (impossible.contains(name)) {
                    throw new PermanentFailure("never", "never");
                }
                handled.add(name);
            }
        };
        return new EventPipelines(List.of(handler), new EventCodec(), database, "group",
                new MicrometerPipelineMetrics(new SimpleMeterRegistry(), new NoTracePropagation()));
    }

    private static void deliver(EventPipelines to, IncomingRecord... records) {
        to.pipelineOf(DOCUMENT).accept(List.of(records));
        to.writeCursors();
    }

    private String parked() {
        return pipelines.parked(0, 10).getFirst().id();
    }

    private EventGap gap() {
        assertThat(pipelines.gaps(10)).hasSize(1);
        return pipelines.gaps(10).getFirst();
    }

    @Test
    void afterADiscardLaterEventsAreApplied() {
        impossible.add("a1");
        deliver(pipelines, event("a", 1), event("a", 2), event("b", 1));
        assertThat(pipelines.discard(parked(), false, "wrong", "operator")).isTrue();
        deliver(pipelines, event("a", 3));
        assertThat(handled).containsExactly("b1", "a2", "a3");
        assertThat(pipelines.discarded(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.from()).isOne();
            assertThat(one.to()).isOne();
            assertThat(one.reason()).isEqualTo("wrong");
            assertThat(one.by()).isEqualTo("operator");
        });
    }

    @Test
    void afterADiscardOfAllLaterEventsNoneIsAppliedOrParked() {
        impossible.addAll(Set.of("a1", "a2", "a3"));
        EventPipelines other = instance();
        deliver(pipelines, event("a", 1), event("a", 2));
        assertThat(pipelines.discard(parked(), true, "its case is erased", "operator")).isTrue();
        deliver(other, event("a", 1), event("a", 2), event("b", 1));
        deliver(pipelines, event("a", 3), event("a", 4, inEpoch(2, 3)));
        pipelines.pipelineOf(DOCUMENT).sweep();
        assertThat(handled).containsExactly("b1");
        assertThat(pipelines.parkedCount()).isZero();
        assertThat(pipelines.waitingCount()).isZero();
        assertThat(pipelines.discarded(0, 10)).singleElement()
                .satisfies(one -> assertThat(one.to()).as("no end").isNull());
    }

    @Test
    void anEventThatWasDiscardedAndIsDeliveredAgainIsNotParkedAgain() {
        impossible.add("a1");
        deliver(pipelines, event("a", 1));
        assertThat(pipelines.discard(parked(), false, "wrong", "operator")).isTrue();
        deliver(instance(), event("a", 1), event("a", 2)); // by an instance that does not know the cursor
        assertThat(pipelines.parkedCount()).isZero();
        deliver(instance(), event("a", 2));
        assertThat(handled).containsExactly("a2");
    }

    @Test
    void aRecordIsNotDiscardedBeforeItsPredecessorsAreApplied() {
        impossible.add("a2");
        pipelines.pipelineOf(DOCUMENT).accept(List.of(event("a", 1), event("a", 2)));
        String id = parked();
        EventPipelines other = instance(); // the cursor is not stored yet
        assertThatThrownBy(() -> other.discard(id, false, "wrong", "operator")).isInstanceOf(TransientFailure.class);
        assertThat(pipelines.parkedCount()).isOne();
    }

    @Test
    void aGapIsShownAndSkippedWithAReason() {
        deliver(pipelines, event("a", 1), event("a", 4), event("a", 5), event("b", 1));
        EventGap gap = gap();
        assertThat(gap).isEqualTo(new EventGap(DOCUMENT, "a", 1, 4, 2, gap.since()));
        assertThat(pipelines.skip(gap, "the topic was truncated", "operator")).isTrue();
        assertThat(handled).containsExactlyInAnyOrder("a1", "b1", "a4", "a5").containsSubsequence("a1", "a4", "a5");
        assertThat(pipelines.gaps(10)).isEmpty();
        assertThat(pipelines.waitingCount()).isZero();
        assertThat(pipelines.discarded(0, 10)).singleElement().satisfies(one -> {
            assertThat(one.from()).isEqualTo(2);
            assertThat(one.to()).isEqualTo(3);
            assertThat(one.type()).isNull();
        });
        deliver(pipelines, event("a", 2), event("a", 3), event("a", 6));
        assertThat(handled).hasSize(5).endsWith("a6");
    }

    @Test
    void aGapBeforeTheFirstEventAndOneBetweenEpochsAreSkipped() {
        deliver(pipelines, event("a", 12));
        deliver(pipelines, event("b", 1), event("b", 11, inEpoch(2, 9)));
        for (EventGap gap : pipelines.gaps(10)) {
            assertThat(pipelines.skip(gap, "lost", "operator")).isTrue();
        }
        assertThat(handled).containsExactlyInAnyOrder("a12", "b1", "b11");
        deliver(pipelines, event("a", 13), event("b", 12, inEpoch(2, 9)));
        assertThat(handled).contains("a13", "b12");
    }

    @Test
    void aGapThatHasChangedSinceItWasSeenIsNotSkipped() {
        deliver(pipelines, event("a", 1), event("a", 4));
        EventGap seen = gap();
        deliver(pipelines, event("a", 3));
        assertThat(pipelines.skip(seen, "lost", "operator")).as("a missing event arrived").isFalse();
        deliver(pipelines, event("a", 2));
        assertThat(pipelines.skip(seen, "lost", "operator")).as("all arrived").isFalse();
        assertThat(handled).containsExactly("a1", "a2", "a3", "a4");
        assertThat(pipelines.discarded(0, 10)).isEmpty();
    }

    @Test
    void whatWaitsBehindAParkedEventIsNoGap() {
        impossible.add("a2");
        deliver(pipelines, event("a", 1), event("a", 2), event("a", 3));
        assertThat(pipelines.gaps(10)).isEmpty();
        EventGap invented = new EventGap(DOCUMENT, "a", 1, 3, 1, null);
        assertThat(pipelines.skip(invented, "lost", "operator")).isFalse();
        assertThat(pipelines.skip(new EventGap("nobody", "a", 1, 3, 1, null), "lost", "operator")).isFalse();
        assertThat(handled).containsExactly("a1");
    }

    @Test
    void aDiscardSucceedsWhenAnotherInstanceMovesTheCursorMeanwhile() {
        impossible.add("a1");
        deliver(pipelines, event("a", 1));
        String id = parked();
        database.getCollection("cursors")
                .insertOne(new org.bson.Document("_id", "group|document|a").append("last", 1L));
        assertThat(pipelines.discard(id, true, "wrong", "operator")).isTrue();
        assertThat(database.getCollection("cursors").updateOne(Filters.eq("last", ConsumerCursors.END),
                Updates.unset("nothing")).getMatchedCount()).isOne();
    }

    private static Map<String, String> inEpoch(long epoch, long start) {
        return Map.of(EventHeaders.EPOCH, Long.toString(epoch), EventHeaders.EPOCH_START, Long.toString(start));
    }
}
