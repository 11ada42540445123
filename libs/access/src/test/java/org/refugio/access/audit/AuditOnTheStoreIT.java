package org.refugio.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.refugio.access.audit.AuditVerification.Fault;
import org.refugio.access.audit.AuditVerification.Kind;
import org.refugio.testkit.TestInfrastructure;

class AuditOnTheStoreIT {

    private static final int ENTRIES = 4_000;

    @Test
    void concurrentRequestsShareForcedWritesAndTheTrailIsIntact() {
        try (MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri())) {
            MongoDatabase database = client.getDatabase("t_" + UUID.randomUUID().toString().substring(0, 8));
            long start = System.nanoTime();
            try (AuditTrail trail = new AuditTrail(database, "intake-0", Duration.ofSeconds(20));
                    var threads = Executors.newFixedThreadPool(64, Thread.ofVirtual().factory())) {
                IntStream.range(0, ENTRIES)
                        .forEach(i -> threads.submit(() -> trail.append(AuditTrailTest.entry(i))));
            }
            System.out.printf("%.0f durable entries/s from 64 concurrent requests%n",
                    ENTRIES / ((System.nanoTime() - start) / 1e9));
            try (AuditTrail trail = new AuditTrail(database, "intake-0", Duration.ofSeconds(20))) {
                trail.append(AuditTrailTest.entry(ENTRIES));
                AuditVerification verification = AuditTrailTest.verification(database);
                assertThat(verification.intact()).isTrue();
                assertThat(verification.entries()).isEqualTo(ENTRIES + 1);
                database.getCollection("audit").updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 1234)),
                        Updates.set("office", "tijuana"));
                assertThat(AuditTrailTest.verification(database).faults())
                        .containsExactly(new Fault("intake-0", 1234, 1234, Kind.CHANGED));
            }
        }
    }

    @Test
    void aVerificationDoesNotDelayEntries() throws Exception {
        try (MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri())) {
            MongoDatabase database = client.getDatabase("t_" + UUID.randomUUID().toString().substring(0, 8));
            try (AuditTrail trail = new AuditTrail(database, "intake-0", Duration.ofSeconds(20));
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                trail.append(AuditTrailTest.entry(0));
                List<Future<?>> written = IntStream.range(1, 8_000)
                        .<Future<?>>mapToObj(i -> threads.submit(() -> trail.append(AuditTrailTest.entry(i)))).toList();
                for (Future<?> each : written) {
                    each.get();
                }
                Future<AuditVerification> verification = threads
                        .submit(() -> AuditTrailTest.verification(database));
                int during = 0;
                do {
                    long start = System.nanoTime();
                    trail.append(AuditTrailTest.entry(during++));
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
                } while (!verification.isDone());
                assertThat(during).as("entries written during the verification").isGreaterThan(1);
                assertThat(verification.get().intact()).isTrue();
                assertThat(verification.get().entries()).isGreaterThanOrEqualTo(8_000);
            }
        }
    }

    /** Any UTF-16 code units, with surrogates and control characters far more often than in usual text. */
    @Test
    void whatIsHashedIsWhatTheStoreReturnsForAnyText() {
        Random random = new Random(20_261_126);
        try (MongoClient client = MongoClients.create(TestInfrastructure.shared().mongodbUri())) {
            MongoDatabase database = client.getDatabase("t_" + UUID.randomUUID().toString().substring(0, 8));
            try (AuditTrail trail = new AuditTrail(database, "intake-0", Duration.ofSeconds(20));
                    var threads = Executors.newFixedThreadPool(32, Thread.ofVirtual().factory())) {
                trail.append(anyEntry(() -> "\ud800"));
                IntStream.range(0, 2_000).mapToObj(_ -> anyEntry(() -> anyText(random)))
                        .forEach(entry -> threads.submit(() -> trail.append(entry)));
            }
            AuditVerification verification = AuditTrailTest.verification(database);
            assertThat(verification.faults()).isEmpty();
            assertThat(verification.entries()).isEqualTo(2_001);
        }
    }

    private static AuditEntry anyEntry(Supplier<String> text) {
        return new AuditEntry(text.get(), text.get(), text.get(), text.get(), text.get(), AuditEntry.Outcome.ALLOWED,
                Instant.now(), text.get());
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(9); length > 0; length--) {
            text.append((char) switch (random.nextInt(4)) {
                case 0 -> Character.MIN_SURROGATE + random.nextInt(0x800);
                case 1 -> random.nextInt(0x20);
                default -> random.nextInt(0x10000);
            });
        }
        return text.toString();
    }
}
