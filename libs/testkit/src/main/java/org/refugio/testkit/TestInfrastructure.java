package org.refugio.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.refugio.broker.Broker;
import org.refugio.broker.BrokerSettings;
import org.refugio.store.EmbeddedStore;
import org.refugio.store.StoreSettings;
import org.refugio.testkit.identity.TestIssuer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/**
 * The broker, the store and the token issuer that all tests of a run share. By default they are those of the local platform,
 * in this process; with {@code -Drefugio.test.infra=containers} they are Kafka and a MongoDB replica set in containers.
 * {@code REFUGIO_MONGODB_URI} selects an existing store.
 *
 * @param mongodbUri the connection string of the store
 * @param kafka the bootstrap servers of the broker
 * @param keyFile the file with the master key of this run
 * @param serviceSecretFile the file with the secret that services share
 * @param directory the temporary directory of this run
 */
public record TestInfrastructure(String mongodbUri, String kafka, TestIssuer issuer, Path keyFile,
        Path serviceSecretFile,
        Path directory) {

    private static final int MASTER_KEY_BYTES = 96;

    private static final class Shared {

        private static final TestInfrastructure INSTANCE = start();
    }

    /** The shared infrastructure, started on first use. */
    public static TestInfrastructure shared() {
        return Shared.INSTANCE;
    }

    private static TestInfrastructure start() {
        try {
            Path directory = Files.createTempDirectory("refugio-test");
            boolean containers = "containers".equals(System.getProperty("refugio.test.infra"));
            return new TestInfrastructure(containers ? mongoContainer() : store(directory),
                    containers ? kafkaContainer() : broker(directory), TestIssuer.start(),
                    secret(directory.resolve("master.key"), randomBytes(MASTER_KEY_BYTES)),
                    secret(directory.resolve("service.secret"),
                            HexFormat.of().formatHex(randomBytes(32)).getBytes(StandardCharsets.US_ASCII)),
                    directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String store(Path directory) {
        String given = System.getenv("REFUGIO_MONGODB_URI");
        return given != null
                ? given
                : EmbeddedStore.open(
                        new StoreSettings(directory.resolve("store"), directory.resolve("store.key"), 0, true)).uri();
    }

    private static String broker(Path directory) throws IOException {
        Broker broker = Broker.open(new BrokerSettings(directory.resolve("broker"), freePort(), freePort(), false));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        return broker.bootstrapServers();
    }

    @SuppressWarnings("resource") // runs until the end of the test run; Testcontainers removes it
    private static String mongoContainer() {
        MongoDBContainer container = new MongoDBContainer("mongo:8").withReplicaSet();
        container.start();
        return container.getConnectionString();
    }

    @SuppressWarnings("resource")
    private static String kafkaContainer() {
        KafkaContainer container = new KafkaContainer("apache/kafka:4.2.2");
        container.start();
        return container.getBootstrapServers();
    }

    private static Path secret(Path file, byte[] content) throws IOException {
        Files.createFile(file,
                PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        return Files.write(file, content);
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
