package org.refugio.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running broker. */
public final class Broker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

    private final KafkaRaftServer server;
    private final BrokerSettings settings;

    private Broker(KafkaRaftServer server, BrokerSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /** Run as a separate process; ends on SIGTERM. */
    public static void main(String[] arguments) throws InterruptedException {
        BrokerSettings settings = BrokerSettings.fromEnvironment();
        Broker broker = open(settings);
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.close();
            stopped.countDown();
        }, "stop"));
        TopicCreator.create(broker.bootstrapServers(), System.getenv().getOrDefault("REFUGIO_TOPIC_PREFIX", ""));
        LOG.info("broker ready on port {}", settings.port());
        stopped.await();
    }

    /**
     * Start in this process, formatting the directory if it is new.
     *
     * @throws UncheckedIOException when the directory cannot be written
     */
    public static Broker open(BrokerSettings settings) {
        format(settings);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings.asProperties(), false), Time.SYSTEM);
        server.startup();
        return new Broker(server, settings);
    }

    /** The value of a client's {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(BrokerSettings settings) {
        if (Files.exists(settings.directory().resolve("meta.properties"))) {
            return;
        }
        String directory = settings.directory().toString();
        try {
            Files.createDirectories(settings.directory());
            new Formatter().setClusterId(Uuid.randomUuid().toString()).setNodeId(1).addDirectory(directory)
                    .setMetadataLogDirectory(directory).setControllerListenerName("CONTROLLER")
                    .setHasDynamicQuorum(false).setIgnoreFormatted(true).setUnstableFeatureVersionsEnabled(false)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream())).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("the broker's directory could not be formatted: " + directory, e);
        }
    }
}
