package org.refugio.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
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
                AuditVerification verification = trail.verify();
                assertThat(verification.intact()).isTrue();
                assertThat(verification.entries()).isEqualTo(ENTRIES + 1);
                database.getCollection("audit").updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 1234)),
                        Updates.set("office", "tijuana"));
                assertThat(trail.verify().faults()).containsExactly(new Fault("intake-0", 1234, Kind.CHANGED));
            }
        }
    }
}
