package org.refugio.e2e.faults;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The content of a topic, read with a plain consumer. */
final class TopicLog {

    private final String bootstrap;

    TopicLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * One record.
     *
     * @param aggregate the source aggregate
     */
    record Entry(int partition, long offset, String type, String aggregate, long sequence) {}

    List<Entry> read(String topic) {
        Properties settings = new Properties();
        settings.putAll(Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"));
        List<Entry> entries = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(20)).stream()
                    .map(each -> new TopicPartition(topic, each.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> entries.add(entry(record)));
            }
        }
        return entries;
    }

    private static Entry entry(ConsumerRecord<byte[], byte[]> record) {
        String sequence = header(record, "ce_sequence");
        return new Entry(record.partition(), record.offset(), header(record, "ce_type"), header(record, "ce_subject"),
                sequence.isEmpty() ? -1 : Long.parseLong(sequence));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8).replace("\"", "");
    }
}
