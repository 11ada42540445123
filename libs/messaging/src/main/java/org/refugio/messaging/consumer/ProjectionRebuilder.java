package org.refugio.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.refugio.contracts.Event;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.failure.TransientFailure;
import org.refugio.messaging.observability.PipelineMetrics;

/**
 * Builds a read model again from nothing, beside the live one: reads the topics from their beginning to where they end
 * when it starts, and gives every event to the same pipeline over another database. It joins no group and commits nothing.
 */
public final class ProjectionRebuilder {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_NANOS = Duration.ofMillis(500).toNanos();

    private final EventCodec codec;
    private final PipelineMetrics observations;
    private final Map<String, Object> client;
    private final String prefix;

    public ProjectionRebuilder(EventCodec codec, PipelineMetrics observations, Map<String, Object> client,
            String prefix) {
        this.codec = codec;
        this.observations = observations;
        this.client = Map.copyOf(client);
        this.prefix = prefix;
    }

    /**
     * What a rebuild met.
     *
     * @param read records read
     * @param waiting events still waiting for an earlier one, whose effects are therefore missing
     * @param parked records at fault, likewise
     */
    public record Rebuilt(long read, long waiting, long parked) {}

    /**
     * Rebuild into an empty database.
     *
     * @param group under which the new model's cursors stand; the live group's name if it is to take the live one's place
     * @param handlers over {@code target}, one per producer
     * @throws IllegalStateException when {@code target} already holds cursors
     */
    public Rebuilt into(MongoDatabase target, String group, List<EventHandler<? extends Event>> handlers) {
        ConsumerCursors cursors = new ConsumerCursors(target, group);
        if (target.getCollection("cursors").find().first() != null) {
            throw new IllegalStateException("a read model is rebuilt from nothing: the database is not empty");
        }
        EventPipelines pipelines = new EventPipelines(handlers, codec, target, group, observations);
        long read = readAll(pipelines);
        pipelines.all().forEach(EventPipeline::sweep);
        return new Rebuilt(read, cursors.waitingCount(), new ParkedEvents(target).count());
    }

    private long readAll(EventPipelines pipelines) {
        Map<String, EventPipeline<?>> byTopic = new HashMap<>();
        pipelines.all().forEach(each -> byTopic.put(prefix + "refugio." + each.producer(), each));
        long read = 0;
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings(), new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = byTopic.keySet().stream().flatMap(
                    topic -> consumer.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                        give(byTopic.get(record.topic()), IncomingRecord.of(record));
                        read++;
                    }
                }
            }
        }
        return read;
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return settings;
    }

    /** A fault of our own store is waited out, as it is for the live pipeline. */
    private static void give(EventPipeline<?> pipeline, IncomingRecord record) {
        while (true) {
            try {
                pipeline.accept(record);
                return;
            } catch (TransientFailure e) {
                if (Thread.interrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
