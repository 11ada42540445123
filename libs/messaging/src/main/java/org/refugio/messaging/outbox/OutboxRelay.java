package org.refugio.messaging.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.StoreExceptionTranslator;

/**
 * Publishes the pending events of an aggregate in the order of their sequence, stops at the first failure and notes what was
 * acknowledged, which is removed soon. Two relays may work on the same aggregate without a lease: a second publication is a
 * duplicate, which every consumer skips.
 */
final class OutboxRelay {

    private static final Bson FIELDS = Projections.include(AggregateDocument.OUTBOX);

    private final RecordPublisher publisher;
    private final PublishedEvents published;

    OutboxRelay(RecordPublisher publisher, PublishedEvents published) {
        this.publisher = publisher;
        this.published = published;
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
            publish(collection, id, OutgoingRecord
                    .of(id, document.getList(AggregateDocument.OUTBOX, Document.class, List.of())));
        }
    }

    /**
     * Publishes the pending events of an aggregate, which are known to be stored.
     *
     * @throws TransientFailure as above
     */
    void publish(MongoCollection<Document> collection, String id, List<OutgoingRecord> pending) {
        long last = published.last(collection, id);
        for (OutgoingRecord record : pending) {
            if (record.position() > last) {
                publisher.publish(record);
                published.add(collection, id, record.position());
            }
        }
    }
}
