package org.refugio.messaging.consumer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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

/**
 * A record as it came, without any belief in it.
 *
 * @param place topic, partition and offset, for records that cannot even be told apart by their headers
 * @param headers as text
 */
public record IncomingRecord(String place, String key, Map<String, String> headers, byte[] payload) {

    private static final byte[] NOTHING = new byte[0];

    /** {@code message} promises bytes, but a record without a value arrives as something else. */
    static IncomingRecord of(Message<?> message) {
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> {
            if (name.startsWith("ce_") || name.equals(EventHeaders.TRACEPARENT)) {
                headers.put(name, text(value));
            }
        });
        String place = message.getHeaders().get(KafkaHeaders.RECEIVED_TOPIC) + "-"
                + message.getHeaders().get(KafkaHeaders.RECEIVED_PARTITION) + "-"
                + message.getHeaders().get(KafkaHeaders.OFFSET);
        return new IncomingRecord(place, text(message.getHeaders().get(KafkaHeaders.RECEIVED_KEY)), headers,
                message.getPayload() instanceof byte[] bytes ? bytes : NOTHING);
    }

    static IncomingRecord of(ConsumerRecord<byte[], byte[]> read) {
        Map<String, String> headers = new TreeMap<>();
        read.headers().forEach(header -> {
            if (header.key().startsWith("ce_") || header.key().equals(EventHeaders.TRACEPARENT)) {
                headers.put(header.key(), text(header.value()));
            }
        });
        return new IncomingRecord(read.topic() + "-" + read.partition() + "-" + read.offset(), text(read.key()),
                headers, read.value() == null ? NOTHING : read.value());
    }

    /** The source event, when the attributes that order it are all there. */
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

    /** Whether it is the next one after the event at {@code last}, itself at {@code position}. */
    boolean follows(long last, long position) {
        return position == last + 1
                || beginsEpoch(position) && EventPosition.epoch(last) < EventPosition.epoch(position)
                        && EventPosition.sequence(last) >= EventPosition.sequence(position) - 1;
    }

    /**
     * The first of its aggregate since the store was restored follows whatever came before the restore: what was told after
     * the backup was taken has happened here and is unknown there.
     */
    private boolean beginsEpoch(long position) {
        return Long.toString(EventPosition.sequence(position) - 1).equals(headers.get(EventHeaders.EPOCH_START));
    }

    public String type() {
        return headers.get(EventHeaders.TYPE);
    }

    public String traceparent() {
        return headers.get(EventHeaders.TRACEPARENT);
    }

    Document toBson(String id) {
        return new Document("_id", id).append("place", place).append("key", key)
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
