package org.refugio.messaging.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.background.DelayedRun;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.EpochMarker;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * The events that this process has published and not removed from the outboxes yet. They are removed together, half a second
 * later; after a crash before that they are published again. The removal does not change {@code version}, so it does not
 * conflict with commands.
 */
final class PublishedEvents implements AutoCloseable {

    private static final Duration REMOVAL_DELAY = Duration.ofMillis(500);

    private final Map<String, Published> unremoved = new ConcurrentHashMap<>();
    private final DelayedRun removal = new DelayedRun("outbox", REMOVAL_DELAY, this::remove);

    /** The last published event of an aggregate. */
    private record Published(MongoCollection<Document> collection, String id, long position) {

        /** An aggregate whose last event this is has nothing pending; of another one only the published events go. */
        Stream<UpdateOneModel<Document>> removal() {
            long sequence = EventPosition.sequence(position);
            Bson epoch = EpochMarker.filter(EventPosition.epoch(position));
            return Stream.of(
                    new UpdateOneModel<>(
                            Filters.and(Filters.eq("_id", id), Filters.eq(AggregateDocument.SEQUENCE, sequence), epoch),
                            Updates.combine(Updates.set(AggregateDocument.OUTBOX, List.of()),
                                    Updates.unset(AggregateDocument.PENDING),
                                    Updates.unset(AggregateDocument.PENDING_AT))),
                    new UpdateOneModel<>(
                            Filters.and(Filters.eq("_id", id), Filters.gt(AggregateDocument.SEQUENCE, sequence)),
                            Updates.pull(AggregateDocument.OUTBOX,
                                    Filters.and(Filters.lte(AggregateDocument.SEQUENCE, sequence), epoch))));
        }
    }

    /** The position of the last event of an aggregate that was published and not removed; 0 when there is none. */
    long last(MongoCollection<Document> collection, String id) {
        Published last = unremoved.get(key(collection, id));
        return last == null ? 0 : last.position();
    }

    void add(MongoCollection<Document> collection, String id, long position) {
        unremoved.put(key(collection, id), new Published(collection, id, position));
        removal.request();
    }

    private static String key(MongoCollection<Document> collection, String id) {
        return collection.getNamespace().getCollectionName() + "|" + id;
    }

    private void remove() {
        Map<String, Published> removed = Map.copyOf(unremoved);
        removed.values().stream().collect(Collectors.groupingBy(each -> each.collection().getNamespace())).values()
                .forEach(each -> StoreExceptionTranslator.execute(() -> each.getFirst().collection().bulkWrite(
                        each.stream().flatMap(Published::removal).toList(), new BulkWriteOptions().ordered(false))));
        removed.forEach(unremoved::remove);
    }

    @Override
    public void close() {
        removal.close();
    }
}
