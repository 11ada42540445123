package org.refugio.messaging.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.Binary;
import org.refugio.messaging.event.EventHeaders;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.event.EventPosition;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.messaging.Message;
import org.springframework.messaging.MessageHeaders;

/**
 * A record as it was received; nothing about it has been verified.
 *
 * @param location topic, partition and offset; identifies a record without usable headers
 * @param key the record's key, or null
 * @param headers the CloudEvents attributes and the trace context, as text
 * @param payload the record's value; empty when it has none
 */
public record IncomingRecord(String location, String key, Map<String, String> headers, byte[] payload) {

    private static final byte[] NO_PAYLOAD = new byte[0];

    /**
     * The records of one poll. The binder declares payloads of bytes, but passes something else for a record without a value.
     */
    static List<IncomingRecord> of(Message<? extends List<?>> batch) {
        MessageHeaders all = batch.getHeaders();
        List<?> topics = all.get(KafkaHeaders.RECEIVED_TOPIC, List.class);
        List<?> partitions = all.get(KafkaHeaders.RECEIVED_PARTITION, List.class);
        List<?> offsets = all.get(KafkaHeaders.OFFSET, List.class);
        List<?> keys = all.get(KafkaHeaders.RECEIVED_KEY, List.class);
        List<?> headers = all.get(KafkaHeaders.BATCH_CONVERTED_HEADERS, List.class);
        List<IncomingRecord> records = new ArrayList<>();
        for (int i = 0; i < batch.getPayload().size(); i++) {
            Map<String, String> kept = new TreeMap<>();
            ((Map<?, ?>) headers.get(i)).forEach((name, value) -> keep(kept, name.toString(), value));
            records.add(new IncomingRecord(topics.get(i) + "-" + partitions.get(i) + "-" + offsets.get(i),
                    text(keys.get(i)), kept, batch.getPayload().get(i) instanceof byte[] bytes ? bytes : NO_PAYLOAD));
        }
        return records;
    }

    private static void keep(Map<String, String> kept, String name, Object value) {
        if (name.startsWith("ce_") || name.equals(EventHeaders.TRACEPARENT)) {
            kept.put(name, text(value));
        }
    }

    static IncomingRecord of(ConsumerRecord<byte[], byte[]> read) {
        Map<String, String> headers = new TreeMap<>();
        read.headers().forEach(header -> keep(headers, header.key(), header.value()));
        return new IncomingRecord(read.topic() + "-" + read.partition() + "-" + read.offset(), text(read.key()),
                headers, read.value() == null ? NO_PAYLOAD : read.value());
    }

    /** The origin of the event; empty when one of the attributes that order it is missing or invalid. */
    Optional<EventOrigin> source(String producer) {
        String aggregate = headers.get(EventHeaders.SUBJECT);
        if (aggregate == null || aggregate.isBlank() || type() == null) {
            return Optional.empty();
        }
        try {
            long sequence = Long.parseLong(headers.getOrDefault(EventHeaders.SEQUENCE, ""));
            long epoch = Long.parseLong(headers.getOrDefault(EventHeaders.EPOCH, "1"));
            return sequence < 1 || epoch < 1
                    ? Optional.empty()
                    : Optional.of(new EventOrigin(producer, aggregate, EventPosition.of(epoch, sequence), key,
                            Instant.parse(headers.getOrDefault(EventHeaders.TIME, ""))));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Whether this event, at {@code position}, is the successor of the event at {@code last}. */
    boolean follows(long last, long position) {
        return position == last + 1
                || beginsEpoch(position) && EventPosition.epoch(last) < EventPosition.epoch(position)
                        && EventPosition.sequence(last) >= EventPosition.sequence(position) - 1;
    }

    /**
     * Whether this is the first event of its aggregate since the producer's store was restored. It succeeds whatever was
     * published before the restore: events after the time of the backup were applied here and are unknown to the producer.
     */
    private boolean beginsEpoch(long position) {
        return Long.toString(EventPosition.sequence(position) - 1).equals(headers.get(EventHeaders.EPOCH_START));
    }

    /** The wire name of the event, or null. */
    public String type() {
        return headers.get(EventHeaders.TYPE);
    }

    /** The W3C trace context, or null. */
    public String traceparent() {
        return headers.get(EventHeaders.TRACEPARENT);
    }

    Document toBson(String id) {
        return new Document("_id", id).append("place", location).append("key", key)
                .append("headers", new Document(new TreeMap<String, Object>(headers)))
                .append("payload", new Binary(payload));
    }

    static IncomingRecord fromBson(Document document) {
        Map<String, String> headers = new TreeMap<>();
        document.get("headers", Document.class).forEach((name, value) -> headers.put(name, (String) value));
        return new IncomingRecord(document.getString("place"), document.getString("key"), headers,
                document.get("payload", Binary.class).getData());
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> null;
            case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
            default -> value.toString();
        };
    }
}
