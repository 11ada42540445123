package org.refugio.messaging.outbox;

import java.time.Instant;
import org.bson.Document;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.EpochMarker;

/** One entry of an outbox, as it goes to the broker. */
public record OutgoingRecord(String aggregate, long sequence, String type, String key, Instant committedAt,
        String traceparent, String data, EpochMarker standing) {

    static OutgoingRecord of(String aggregate, Document entry) {
        return new OutgoingRecord(aggregate, ((Number) entry.get(AggregateDocument.SEQUENCE)).longValue(),
                entry.getString("type"), entry.getString("key"), entry.getDate("time").toInstant(),
                entry.getString("traceparent"), entry.getString("data"), EpochMarker.of(entry));
    }
}
