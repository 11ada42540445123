package org.refugio.messaging.outbox;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.refugio.messaging.event.EventCodec;

/** What the write of an aggregate needs of the outbox. */
public interface OutboxPublisher {

    /** Encodes the events that are stored. */
    EventCodec codec();

    /** The W3C traceparent of the current trace, or null when there is none. */
    String traceparent();

    /** Publishes the pending events of an aggregate in the background; to be called after the write that stored them. */
    void requestPublication(MongoCollection<Document> collection, String id);

    /** The epoch of new events. */
    long epoch();
}
