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

/** Puts records into a world's topics as another service would (or as none should), and reads what stands there. */
public final class TopicRecords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final TestNamespace world;

    TopicRecords(TestNamespace world) {
        this.world = world;
    }

    /**
     * A record as it stands in a topic.
     *
     * @param headers as text
     */
    public record Found(String key, Map<String, String> headers, String value) {

        public String type() {
            return headers.get("ce_type");
        }

        public String aggregate() {
            return headers.get("ce_subject");
        }

        public long sequence() {
            return Long.parseLong(headers.getOrDefault("ce_sequence", "-1"));
        }
    }

    /** Publish an event as the n-th of its aggregate, under the aggregate's id as key. */
    public void publish(String producer, String aggregate, long sequence, Event event) {
        publish(producer, aggregate, aggregate, sequence, event);
    }

    /** Publish an event as the n-th of its aggregate. */
    public void publish(String producer, String key, String aggregate, long sequence, Event event) {
        raw(producer, key, attributes(event.getClass().getAnnotation(Wire.class).value(), aggregate, sequence),
                JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8));
    }

    /** Publish whatever you like. */
    public void raw(String producer, String key, Map<String, String> headers, byte[] value) {
        try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestInfrastructure.shared().kafka(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(world.topic(producer),
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

    /** The attributes that every event carries. */
    public static Map<String, String> attributes(String type, String aggregate, long sequence) {
        return new TreeMap<>(Map.of("ce_specversion", "1.0", "ce_id", aggregate + "-" + sequence, "ce_type", type,
                "ce_source", "test", "ce_subject", aggregate, "ce_sequence", Long.toString(sequence), "ce_time",
                Instant.now().toString(), "ce_epoch", "1"));
    }

    /** Everything that stands in a producer's topic now. */
    public List<Found> read(String producer) {
        List<Found> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestInfrastructure.shared().kafka()), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(world.topic(producer)).stream()
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
