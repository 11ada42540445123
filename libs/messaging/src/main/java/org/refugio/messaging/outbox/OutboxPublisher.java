package org.refugio.messaging.outbox;

import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.Document;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.repository.StoreEpoch;

/** What the write of an aggregate needs of the outbox. */
public interface OutboxPublisher {

    /** Encodes the events that are stored. */
    EventCodec codec();

    /** The W3C traceparent of the current trace, or null when there is none. */
    String traceparent();

    /**
     * Publishes the pending events of an aggregate in the background; to be called after the write that stored them was
     * acknowledged.
     *
     * @param pending the outbox of the aggregate after this write. It must be complete and ordered: earlier events that are
     *        still pending are published first
     */
    void requestPublication(MongoCollection<Document> collection, String id, List<OutgoingRecord> pending);

    /** The epoch of new events. */
    StoreEpoch epoch();
}
