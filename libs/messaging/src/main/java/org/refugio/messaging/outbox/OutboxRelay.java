package org.refugio.messaging.outbox;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * Publishes an aggregate's pending events from the lowest sequence on, stops at the first failure and removes only what
 * was acknowledged. It never touches {@code version}, so it cannot get in a command's way, and a second relay at the same
 * aggregate does no harm: a late send is a duplicate, which every consumer skips. Therefore no lease.
 */
public final class OutboxRelay {

    private static final Bson NEEDED = Projections.include(AggregateDocument.SEQUENCE, AggregateDocument.OUTBOX);

    private final RecordPublisher publisher;

    public OutboxRelay(RecordPublisher publisher) {
        this.publisher = publisher;
    }

    /**
     * Publish what is pending in this aggregate.
     *
     * @return how many events were acknowledged
     * @throws TransientFailure when the broker or the store does not answer; what was not acknowledged stays
     */
    int publish(MongoCollection<Document> collection, String id) {
        Document document = StoreExceptionTranslator
                .guarded(() -> collection.find(Filters.eq("_id", id)).projection(NEEDED).first());
        if (document == null) {
            return 0;
        }
        List<OutgoingRecord> pending = document.getList(AggregateDocument.OUTBOX, Document.class, List.of()).stream()
                .map(entry -> OutgoingRecord.of(id, entry)).sorted(Comparator.comparingLong(OutgoingRecord::sequence))
                .toList();
        long last = 0;
        int sent = 0;
        try {
            for (OutgoingRecord record : pending) {
                publisher.publish(record);
                last = record.sequence();
                sent++;
            }
        } finally {
            if (sent == pending.size()) {
                clear(collection, id, AggregateDocument.sequence(document));
            } else if (last > 0) {
                remove(collection, id, last);
            }
        }
        return sent;
    }

    /** Everything is out, unless a command added more meanwhile: then only what was sent goes. */
    private static void clear(MongoCollection<Document> collection, String id, long sequence) {
        Bson unchanged = Filters.and(Filters.eq("_id", id), Filters.eq(AggregateDocument.SEQUENCE, sequence));
        Bson empty = Updates.combine(Updates.set(AggregateDocument.OUTBOX, List.of()),
                Updates.unset(AggregateDocument.PENDING),
                Updates.unset(AggregateDocument.PENDING_AT));
        long matched = StoreExceptionTranslator.guarded(() -> collection.updateOne(unchanged, empty).getMatchedCount());
        if (matched == 0) {
            remove(collection, id, sequence);
        }
    }

    private static void remove(MongoCollection<Document> collection, String id, long upTo) {
        try {
            collection.updateOne(Filters.eq("_id", id),
                    Updates.pull(AggregateDocument.OUTBOX, Filters.lte(AggregateDocument.SEQUENCE, upTo)));
        } catch (MongoException e) {
            throw new TransientFailure("what was sent stays in the outbox and will be sent again", e);
        }
    }
}
