package org.refugio.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerTest {

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() throws Exception {
        BrokerSettings settings = new BrokerSettings(directory.resolve("log"), freePort(), freePort(), true);
        try (Broker broker = Broker.open(settings)) {
            TopicCreator.create(broker.bootstrapServers(), "t-");
            TopicCreator.create(broker.bootstrapServers(), "t-");
            try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"), new StringSerializer(),
                    new StringSerializer())) {
                for (int i = 0; i < 20; i++) {
                    producer.send(new ProducerRecord<>("t-refugio.intake", "case", "event " + i)).get();
                }
            }
        }
        try (Broker broker = Broker.open(settings)) {
            assertThat(read(broker)).hasSize(20).startsWith("event 0").endsWith("event 19");
        }
    }

    private static List<String> read(Broker broker) {
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()), new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("t-refugio.intake").stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition())).toList();
            assertThat(partitions).hasSize(8);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (found.size() < 20 && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> found.add(each.value()));
            }
        }
        return found;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
