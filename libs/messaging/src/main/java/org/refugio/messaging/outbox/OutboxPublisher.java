package org.refugio.messaging.outbox;

import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.refugio.messaging.event.EventCodec;

/** What a write needs of the outbox: the codec, the trace it belongs to, and a nudge once it is durable. */
public interface OutboxPublisher {

    EventCodec codec();

    /** The W3C traceparent of the work in hand, or null outside of any. */
    String traceparent();

    /** Something may be pending in this aggregate; nothing happens when {@code anything} is false. */
    void soon(MongoCollection<Document> collection, String id, boolean anything);

    /** The epoch that new events belong to. */
    long epoch();
}
