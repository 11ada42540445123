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

/**
 * Rebuilds a read model in an empty database: reads the topics from their beginning to their end at the time of the start
 * and applies every event with the same pipeline as the live service. It joins no consumer group and commits no offsets.
 */
public final class ProjectionRebuilder {

    private static final Duration POLL_TIMEOUT = Duration.ofMillis(200);
    private static final long RETRY_DELAY_NANOS = Duration.ofMillis(500).toNanos();

    private final EventCodec codec;
    private final PipelineMetrics metrics;
    private final Map<String, Object> client;
    private final String prefix;

    /**
     * @param client the properties of the Kafka client
     * @param prefix the prefix of all topic names
     */
    public ProjectionRebuilder(EventCodec codec, PipelineMetrics metrics, Map<String, Object> client,
            String prefix) {
        this.codec = codec;
        this.metrics = metrics;
        this.client = Map.copyOf(client);
        this.prefix = prefix;
    }

    /**
     * The result of a rebuild.
     *
     * @param read the number of records read
     * @param waiting the number of events that still wait for an earlier one; their effects are missing
     * @param parked the number of records that could not be applied; their effects are missing
     */
    public record Result(long read, long waiting, long parked) {}

    /**
     * Rebuilds the read model in an empty database.
     *
     * @param group the group of the new model's cursors; the name of the live group if the new model will replace the live
     *     one
     * @param handlers one per producer, which write to {@code target}
     * @throws IllegalStateException when {@code target} already contains cursors
     */
    public Result rebuild(MongoDatabase target, String group, List<EventHandler<? extends Event>> handlers) {
        if (target.getCollection("cursors").find().first() != null) {
            throw new IllegalStateException(
                    "a read model is rebuilt in an empty database, but this one contains cursors");
        }
        try (EventPipelines pipelines = new EventPipelines(handlers, codec, target, group, metrics)) {
            long read = readAll(pipelines);
            pipelines.all().forEach(EventPipeline::sweep);
            pipelines.writeCursors();
            return new Result(read, pipelines.waitingCount(), pipelines.parkedCount());
        }
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
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_TIMEOUT)) {
                    if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
                        apply(byTopic.get(record.topic()), IncomingRecord.of(record));
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

    /** Retries while the store does not respond, as the live pipeline does. */
    private static void apply(EventPipeline<?> pipeline, IncomingRecord record) {
        while (true) {
            try {
                pipeline.accept(List.of(record));
                return;
            } catch (TransientFailure e) {
                if (Thread.interrupted()) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY_DELAY_NANOS);
            }
        }
    }
}
