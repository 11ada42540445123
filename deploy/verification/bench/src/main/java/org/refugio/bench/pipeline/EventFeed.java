package org.refugio.bench.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.event.EventCodec;

/** Sends events like a service: same headers, same JSON, acknowledged by all replicas. */
final class EventFeed implements AutoCloseable {

    /** The approximate number of events of a case in one run. */
    private static final int EVENTS_PER_CASE = 5;

    private final EventCodec codec = new EventCodec();
    private final KafkaProducer<byte[], byte[]> producer;

    EventFeed(String kafka) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", "true"),
                new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Send this number of events of new cases, interleaved, and return when all are acknowledged. */
    void send(String topic, int count) throws Exception {
        String run = UUID.randomUUID().toString().substring(0, 8);
        int cases = Math.ceilDiv(count, EVENTS_PER_CASE);
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sent.add(producer.send(event(topic, run + "-" + i % cases, i / cases + 1L)));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
    }

    private ProducerRecord<byte[], byte[]> event(String topic, String caseId, long sequence) {
        StepChanged event = new StepChanged(caseId, "tapachula", Step.DOCUMENT_GATHERING, StepStatus.IN_PROGRESS,
                Instant.now());
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(caseId),
                bytes(codec.encode(event)));
        Map.of("ce_specversion", "1.0", "ce_id", caseId + "-" + sequence, "ce_type", EventCodec.wireName(event),
                "ce_source", "/refugio/intake", "ce_subject", caseId, "ce_sequence", Long.toString(sequence), "ce_time",
                Instant.now().toString(), "ce_epoch", "1")
                .forEach((name, value) -> record.headers().add(name, bytes(value)));
        return record;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
