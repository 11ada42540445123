package org.refugio.testkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.refugio.contracts.Event;
import org.refugio.contracts.Wire;
import tools.jackson.databind.json.JsonMapper;

/** Writes records to the topics of a namespace, valid ones as another service does and invalid ones, and reads topics. */
public final class TopicRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final TestNamespace namespace;

    TopicRecords(TestNamespace namespace) {
        this.namespace = namespace;
    }

    /**
     * A record of a topic.
     *
     * @param key the record's key, or null
     * @param headers the record's headers as text
     * @param value the event as JSON
     */
    public record Found(String key, Map<String, String> headers, String value) {

        /** The wire name of the event, or null. */
        public String type() {
            return headers.get("ce_type");
        }

        /** The id of the source aggregate, or null. */
        public String aggregate() {
            return headers.get("ce_subject");
        }

        /** The event's sequence within its aggregate; -1 when the header is missing. */
        public long sequence() {
            return Long.parseLong(headers.getOrDefault("ce_sequence", "-1"));
        }
    }

    /** Publishes an event with this sequence of its aggregate; the record's key is the aggregate's id. */
    public void publish(String producer, String aggregate, long sequence, Event event) {
        publish(producer, aggregate, aggregate, sequence, event);
    }

    /** Publishes an event with this sequence of its aggregate. */
    public void publish(String producer, String key, String aggregate, long sequence, Event event) {
        raw(producer, key, attributes(event.getClass().getAnnotation(Wire.class).value(), aggregate, sequence),
                JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
    }

    /** Publishes a record with any content; key and value may be null. */
    public void raw(String producer, String key, Map<String, String> headers, byte[] value) {
        try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfrastructure.shared().kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(namespace.topic(producer),
                    key == null ? null : key.getBytes(StandardCharsets.UTF_8), value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            kafka.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The headers that every event has. */
    public static Map<String, String> attributes(String type, String aggregate, long sequence) {
        return new TreeMap<>(Map.of("ce_specversion", "1.0", "ce_id", aggregate + "-" + sequence, "ce_type", type,
                "ce_source", "test", "ce_subject", aggregate, "ce_sequence", Long.toString(sequence), "ce_time",
                Instant.now().toString(), "ce_epoch", "1"));
    }

    /** All records of a producer's topic at the time of the call. */
    public List<Found> read(String producer) {
        List<Found> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestInfrastructure.shared().kafka()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(namespace.topic(producer)).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(each -> {
                    Map<String, String> headers = new TreeMap<>();
                    each.headers()
                            .forEach(header -> headers.put(header.key(),
                                    new String(header.value(), StandardCharsets.UTF_8)));
                    found.add(new Found(each.key() == null ? null : new String(each.key(), StandardCharsets.UTF_8),
                            headers, new String(each.value(), StandardCharsets.UTF_8)));
                });
            }
        }
        return found;
    }
}
