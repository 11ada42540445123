package org.refugio.broker;

import java.nio.file.Path;
import java.util.Properties;

/**
 * @param directory of the log; formatted at the first start
 * @param port for clients
 * @param controllerPort of the broker's controller
 * @param forced whether every record is forced to disk before it is acknowledged, and therefore survives a power cut
 */
public record BrokerSettings(Path directory, int port, int controllerPort, boolean forced) {

    /** From {@code REFUGIO_BROKER_DIR}, {@code REFUGIO_BROKER_PORT}, {@code REFUGIO_BROKER_CONTROLLER_PORT}. */
    static BrokerSettings fromEnvironment() {
        return new BrokerSettings(Path.of(required("REFUGIO_BROKER_DIR")),
                Integer.parseInt(required("REFUGIO_BROKER_PORT")),
                Integer.parseInt(required("REFUGIO_BROKER_CONTROLLER_PORT")),
                !"false".equals(System.getenv("REFUGIO_BROKER_FORCED")));
    }

    private static String required(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("set " + name);
        }
        return value;
    }

    Properties asProperties() {
        Properties out = new Properties();
        out.put("process.roles", "broker,controller");
        out.put("node.id", "1");
        out.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        out.put("listeners", "CLIENTS://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        out.put("advertised.listeners", "CLIENTS://127.0.0.1:" + port);
        out.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT");
        out.put("inter.broker.listener.name", "CLIENTS");
        out.put("controller.listener.names", "CONTROLLER");
        out.put("log.dirs", directory.toString());
        out.put("auto.create.topics.enable", "false");
        out.put("delete.topic.enable", "true");
        // one node: the internal topics cannot have more than one replica
        for (String topic : new String[]{"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            out.put(topic + ".replication.factor", "1");
            out.put(topic + ".num.partitions", "4");
        }
        out.put("transaction.state.log.min.isr", "1");
        out.put("share.coordinator.state.topic.min.isr", "1");
        out.put("min.insync.replicas", "1");
        out.put("group.initial.rebalance.delay.ms", "0");
        out.put("group.min.session.timeout.ms", "3000");
        out.put("log.segment.bytes", "67108864");
        out.put("log.index.size.max.bytes", "1048576");
        out.put("log.cleaner.dedupe.buffer.size", "8388608");
        out.put("num.network.threads", "2");
        out.put("num.io.threads", "4");
        out.put("background.threads", "2");
        if (forced) {
            out.put("log.flush.interval.messages", "1");
        }
        return out;
    }
}
