package org.refugio.bench.pipeline;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.bson.Document;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.messaging.event.EventCodec;

/**
 * A minimal consumer: poll, decode, write, commit the offset. It handles no order, no duplicates and no bad records.
 * {@code cursors} adds the durable write of the cursor of each source aggregate.
 */
final class BareConsumer implements AutoCloseable {

    private static final int CONSUMERS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(CONSUMERS);
    private final EventCodec codec = new EventCodec();
    private final String topic;
    private final EffectCollection landed;
    private final MongoCollection<Document> cursors;
    private volatile boolean closed;

    /** {@code cursors} is null for none. */
    BareConsumer(String kafka, String topic, EffectCollection landed, MongoCollection<Document> cursors) {
        this.topic = topic;
        this.landed = landed;
        this.cursors = cursors;
        String group = UUID.randomUUID().toString();
        for (int i = 0; i < CONSUMERS; i++) {
            threads.execute(() -> consume(kafka, group));
        }
    }

    String topic() {
        return topic;
    }

    private void consume(String kafka, String group) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", group, "enable.auto.commit",
                "false", "auto.offset.reset", "earliest");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!closed) {
                ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
                records.forEach(this::effect);
                if (!records.isEmpty()) {
                    consumer.commitSync();
                }
            }
        }
    }

    private void effect(ConsumerRecord<byte[], byte[]> record) {
        StepChanged event = (StepChanged) codec.decode("intake", header(record, "ce_type"), record.value());
        long sequence = Long.parseLong(header(record, "ce_sequence"));
        landed.effect(header(record, "ce_subject"), sequence, event.step().name());
        if (cursors != null) {
            cursors.replaceOne(Filters.eq("_id", event.caseId()),
                    new Document("_id", event.caseId()).append("last", sequence), new ReplaceOptions().upsert(true));
        }
        landed.done();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        threads.close();
    }
}
