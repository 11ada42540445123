package org.refugio.messaging.outbox;

import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.refugio.messaging.event.EventPosition;
import org.refugio.messaging.repository.AggregateDocument;
import org.refugio.messaging.repository.EpochMarker;

/**
 * An event as it is published: an entry of an outbox.
 *
 * @param aggregate the id of the source aggregate
 * @param sequence the event's sequence within its aggregate, from 1
 * @param type the event's wire name
 * @param key the key of the Kafka record
 * @param committedAt by the system clock
 * @param traceparent the W3C trace context of the command, or null
 * @param data the event as JSON
 */
public record OutgoingRecord(String aggregate, long sequence, String type, String key, Instant committedAt,
        String traceparent, String data, EpochMarker epoch) {

    /** @param entries of the outbox, in the order of their sequence */
    public static List<OutgoingRecord> of(String aggregate, List<Document> entries) {
        return entries.stream().map(entry -> of(aggregate, entry)).toList();
    }

    /** Of the event. */
    long position() {
        return EventPosition.of(epoch.epoch(), sequence);
    }

    private static OutgoingRecord of(String aggregate, Document entry) {
        return new OutgoingRecord(aggregate, ((Number) entry.get(AggregateDocument.SEQUENCE)).longValue(),
                entry.getString("type"), entry.getString("key"), entry.getDate("time").toInstant(),
                entry.getString("traceparent"), entry.getString("data"), EpochMarker.of(entry));
    }
}
