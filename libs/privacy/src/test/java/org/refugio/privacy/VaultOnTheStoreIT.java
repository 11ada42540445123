package org.refugio.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.contracts.Sealed;
import org.refugio.privacy.masterkey.MasterKey;
import org.refugio.testkit.TestInfrastructure;
import org.refugio.testkit.canary.CanaryScan;
import org.refugio.testkit.canary.StoreDump;

class VaultOnTheStoreIT {

    private final TestInfrastructure infrastructure = TestInfrastructure.shared();
    private final String database = "t_" + UUID.randomUUID().toString().substring(0, 8) + "_vault";
    private final List<VaultConnection> open = new ArrayList<>();

    private Privacy service(Duration keyExpiration) {
        PrivacySettings settings = new PrivacySettings(infrastructure.keyFile(), null, database, keyExpiration);
        MasterKey master = MasterKey.read(infrastructure.keyFile());
        VaultConnection connection = new VaultConnection(new ConnectionString(infrastructure.mongodbUri()), master,
                settings, List.of());
        open.add(connection);
        return new PrivacyAutoConfiguration().privacy(connection, master, settings);
    }

    @AfterEach
    void close() {
        open.forEach(VaultConnection::close);
    }

    @Test
    void aValueEncryptedInOneServiceIsDecryptedAndErasedInAnother() {
        Privacy intake = service(Duration.ofSeconds(60));
        Privacy notification = service(Duration.ofMillis(300));
        Subject subject = Subject.ofCase("c1");
        intake.register(subject);
        Sealed name = intake.seal(subject, "Wilner Désir");
        assertThat(notification.open(name)).contains("Wilner Désir");
        intake.erase(subject);
        assertThat(intake.open(name)).isEmpty();
        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(notification.open(name)).isEmpty());
    }

    @Test
    void concurrentRegistrationsOfASubjectInSeveralServicesCreateOneKey() throws Exception {
        List<Privacy> services = List.of(service(Duration.ofSeconds(60)), service(Duration.ofSeconds(60)));
        List<Future<Sealed>> sealed = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                Subject subject = Subject.ofCase("m" + i % 25);
                Privacy service = services.get(i % 2);
                sealed.add(threads.submit(() -> {
                    service.register(subject);
                    return service.seal(subject, subject.name());
                }));
            }
        }
        for (Future<Sealed> one : sealed) {
            assertThat(services.get(0).open(one.get())).contains(one.get().subject());
            assertThat(services.get(1).open(one.get())).contains(one.get().subject());
        }
        try (MongoClient client = MongoClients.create(infrastructure.mongodbUri())) {
            MongoCollection<Document> keys = client.getDatabase(database).getCollection("keys");
            assertThat(keys.countDocuments(Filters.regex("keyAltNames", "^case:m"))).isEqualTo(25);
        }
    }

    @Test
    void anEncryptedValueInTheStoreRevealsNoPlainText(@TempDir Path dump) {
        Privacy privacy = service(Duration.ofSeconds(60));
        Subject subject = Subject.ofCase("c2");
        privacy.register(subject);
        String canary = "Zebulon Kanariyos " + UUID.randomUUID();
        Sealed text = privacy.seal(subject, canary);
        byte[] bytes = privacy.sealBytes(subject, canary.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        try (MongoClient client = MongoClients.create(infrastructure.mongodbUri())) {
            MongoCollection<Document> people = client.getDatabase(database).getCollection("people");
            people.insertOne(new Document("_id", 1).append("name", text.ciphertext()).append("file", bytes));
            Document read = people.find().first();
            assertThat(privacy.open(new Sealed(subject.name(), read.getString("name")))).contains(canary);
            assertThat(new String(privacy.openBytes(read.get("file", Binary.class).getData()).orElseThrow(),
                    java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(canary);
        }
        CanaryScan scan = new CanaryScan(canary);
        CanaryScan.Report report = scan.scan(StoreDump.write(infrastructure.mongodbUri(), database, dump));
        assertThat(report.files()).isGreaterThanOrEqualTo(2);
        assertThat(report.findings()).isEmpty();
        try (MongoClient client = MongoClients.create(infrastructure.mongodbUri())) {
            client.getDatabase(database).getCollection("people")
                    .insertOne(new Document("_id", 2).append("name", canary));
        }
        assertThat(scan.scan(StoreDump.write(infrastructure.mongodbUri(), database, dump)).findings()).hasSize(1);
    }

    @Test
    void encryptsAndDecryptsMoreThan500ValuesPerSecond() {
        Privacy privacy = service(Duration.ofSeconds(60));
        Subject subject = Subject.ofCase("c3");
        privacy.register(subject);
        for (int i = 0; i < 3_000; i++) {
            privacy.open(privacy.seal(subject, "warm-up " + i));
        }
        long start = System.nanoTime();
        List<Sealed> sealed = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            sealed.add(privacy.seal(subject, "Wilner Désir " + i));
        }
        double seals = 5_000 / ((System.nanoTime() - start) / 1e9);
        start = System.nanoTime();
        sealed.forEach(one -> privacy.open(one).orElseThrow());
        double opens = 5_000 / ((System.nanoTime() - start) / 1e9);
        System.out.printf("%.0f seals/s, %.0f opens/s on one thread%n", seals, opens);
        assertThat(Math.min(seals, opens)).isGreaterThan(500);
    }
}
