package org.refugio.messaging;

import java.time.Instant;
import org.bson.Document;

/** One entry of an outbox, as it goes to the broker. */
record OutgoingRecord(String aggregate, long sequence, String type, String key, Instant committedAt,
        String traceparent, String data, Standing standing) {

    static OutgoingRecord of(String aggregate, Document entry) {
        return new OutgoingRecord(aggregate, ((Number) entry.get(Envelope.SEQUENCE)).longValue(),
                entry.getString("type"), entry.getString("key"), entry.getDate("time").toInstant(),
                entry.getString("traceparent"), entry.getString("data"), Standing.of(entry));
    }
}
