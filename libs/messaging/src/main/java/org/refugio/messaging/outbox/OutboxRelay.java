package org.refugio.messaging.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * Publishes the pending events of an aggregate in the order of their sequence, stops at the first failure and removes only
 * what was acknowledged. It never changes {@code version}, so it does not conflict with commands. Two relays may work on
 * the same aggregate without a lease: a second publication is a duplicate, which every consumer skips.
 */
final class OutboxRelay {

    private static final Bson FIELDS = Projections.include(AggregateDocument.SEQUENCE, AggregateDocument.OUTBOX);

    private final RecordPublisher publisher;

    OutboxRelay(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Reads and publishes the pending events of an aggregate.
     *
     * @throws TransientFailure when the broker or the store does not respond; unacknowledged events stay pending
     */
    void publish(MongoCollection<Document> collection, String id) {
        Document document = StoreExceptionTranslator
                .execute(() -> collection.find(Filters.eq("_id", id)).projection(FIELDS).first());
        if (document != null) {
            List<Document> entries = document.getList(AggregateDocument.OUTBOX, Document.class, List.of());
            publish(collection, id, PendingEvents.of(id, entries, AggregateDocument.sequence(document)));
        }
    }

    /**
     * Publishes the pending events of an aggregate, which are known to be stored.
     *
     * @throws TransientFailure as above
     */
    void publish(MongoCollection<Document> collection, String id, PendingEvents pending) {
        long lastPublished = 0;
        int published = 0;
        try {
            for (OutgoingRecord record : pending.records()) {
                publisher.publish(record);
                lastPublished = record.sequence();
                published++;
            }
        } finally {
            if (published == pending.records().size()) {
                clear(collection, id, pending.sequence());
            } else if (lastPublished > 0) {
                remove(collection, id, lastPublished);
            }
        }
    }

    /** Empties the outbox, unless a command has added events meanwhile: then only the published ones are removed. */
    private static void clear(MongoCollection<Document> collection, String id, long sequence) {
        Bson unchanged = Filters.and(Filters.eq("_id", id), Filters.eq(AggregateDocument.SEQUENCE, sequence));
        Bson empty = Updates.combine(Updates.set(AggregateDocument.OUTBOX, List.of()),
                Updates.unset(AggregateDocument.PENDING),
                Updates.unset(AggregateDocument.PENDING_AT));
        long matched = StoreExceptionTranslator.execute(() -> collection.updateOne(unchanged, empty).getMatchedCount());
        if (matched == 0) {
            remove(collection, id, sequence);
        }
    }

    private static void remove(MongoCollection<Document> collection, String id, long upTo) {
        try {
            collection.updateOne(Filters.eq("_id", id),
                    Updates.pull(AggregateDocument.OUTBOX, Filters.lte(AggregateDocument.SEQUENCE, upTo)));
        } catch (MongoException e) {
            throw new TransientFailure("published events stay in the outbox and will be published again", e);
        }
    }
}
