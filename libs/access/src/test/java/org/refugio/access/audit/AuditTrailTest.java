package org.refugio.access.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.access.audit.AuditVerification.Fault;
import org.refugio.access.audit.AuditVerification.Kind;

class AuditTrailTest {

    private MongoServer server;
    private MongoClient client;
    private MongoDatabase database;

    @BeforeEach
    void startStore() {
        server = new MongoServer(new MemoryBackend());
        client = MongoClients.create(server.bindAndGetConnectionString() + "/?serverSelectionTimeoutMS=300");
        database = client.getDatabase("refugio_audited");
    }

    @AfterEach
    void stopStore() {
        client.close();
        server.shutdownNow();
    }

    private AuditTrail trail(String instance) {
        return new AuditTrail(database, instance, Duration.ofSeconds(2));
    }

    private MongoCollection<Document> stored() {
        return database.getCollection("audit");
    }

    static AuditEntry entry(int i) {
        return new AuditEntry("u" + i, "READ_CASE", "GET /v1/cases/{id}", "c" + i, "tapachula",
                AuditEntry.Outcome.ALLOWED, Instant.ofEpochMilli(1_770_000_000_000L + i), "trace" + i);
    }

    private void write(String instance, int entries) {
        try (AuditTrail trail = trail(instance)) {
            IntStream.range(0, entries).forEach(i -> trail.append(entry(i)));
        }
    }

    private AuditVerification verification() {
        try (AuditTrail trail = trail("verifier")) {
            return trail.verify();
        }
    }

    @Test
    void anEntryIsStoredWhenAppendReturns() {
        try (AuditTrail trail = trail("intake-0")) {
            trail.append(entry(7));
            assertThat(ChainedAuditEntry.entry(stored().find().first())).isEqualTo(entry(7));
        }
    }

    @Test
    void anUnmodifiedTrailIsIntact() {
        write("intake-0", 25);
        write("intake-1", 3);
        AuditVerification verification = verification();
        assertThat(verification.intact()).isTrue();
        assertThat(verification.entries()).isEqualTo(28);
        assertThat(verification.heads()).extracting(AuditVerification.Head::n).containsExactlyInAnyOrder(25L, 3L);
    }

    @Test
    void continuesItsChainAfterARestart() {
        for (int run = 0; run < 4; run++) {
            write("intake-0", 5);
        }
        assertThat(verification().intact()).isTrue();
        assertThat(verification().heads()).singleElement().extracting(AuditVerification.Head::n).isEqualTo(20L);
    }

    @Test
    void findsAChangedEntry() {
        write("intake-0", 9);
        stored().updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 4)), Updates.set("who", "another-person"));
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 4, Kind.CHANGED));
    }

    @Test
    void findsAChangedEntryWhoseHashWasRecomputed() {
        write("intake-0", 9);
        ChainedAuditEntry old = ChainedAuditEntry
                .of(stored().find(Filters.eq(ChainedAuditEntry.id("intake-0", 4))).first());
        ChainedAuditEntry forged = new ChainedAuditEntry(old.chain(), old.n(), old.previous(), entry(99));
        stored().replaceOne(Filters.eq(ChainedAuditEntry.id("intake-0", 4)), forged.toBson());
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 5, Kind.MISPLACED));
    }

    @Test
    void findsAMissingEntry() {
        write("intake-0", 9);
        stored().deleteOne(Filters.eq(ChainedAuditEntry.id("intake-0", 4)));
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 4, Kind.MISSING),
                new Fault("intake-0", 5, Kind.MISPLACED));
    }

    @Test
    void findsAMissingFirstEntry() {
        write("intake-0", 9);
        stored().deleteOne(Filters.eq(ChainedAuditEntry.id("intake-0", 1)));
        assertThat(verification().faults()).contains(new Fault("intake-0", 1, Kind.MISSING));
    }

    @Test
    void findsExchangedEntries() {
        write("intake-0", 9);
        Document four = stored().find(Filters.eq(ChainedAuditEntry.id("intake-0", 4))).first();
        Document five = stored().find(Filters.eq(ChainedAuditEntry.id("intake-0", 5))).first();
        stored().replaceOne(Filters.eq(four.get("_id")), new Document(five).append("_id", four.get("_id")));
        stored().replaceOne(Filters.eq(five.get("_id")), new Document(four).append("_id", five.get("_id")));
        assertThat(verification().faults()).contains(new Fault("intake-0", 4, Kind.MISPLACED),
                new Fault("intake-0", 5, Kind.MISPLACED));
    }

    @Test
    void findsAMissingField() {
        write("intake-0", 3);
        stored().updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 2)), Updates.unset("outcome"));
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 2, Kind.CHANGED));
    }

    @Test
    void aTruncatedEndIsVisibleInTheHeads() {
        write("intake-0", 9);
        AuditVerification.Head before = verification().heads().getFirst();
        stored().deleteOne(Filters.eq(ChainedAuditEntry.id("intake-0", 9)));
        assertThat(verification().heads().getFirst()).isNotEqualTo(before);
    }

    @Test
    void concurrentEntriesFormOneIntactChain() {
        CountingInserts inserts = new CountingInserts(database);
        try (AuditTrail trail = new AuditTrail(inserts.counted(), "intake-0", Duration.ofSeconds(10));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 2_000).forEach(i -> threads.submit(() -> trail.append(entry(i))));
        }
        assertThat(verification().entries()).isEqualTo(2_000);
        assertThat(verification().intact()).isTrue();
        assertThat(inserts.count()).isLessThan(1_000);
    }

    @Test
    void twoProcessesWithTheSameNameDoNotBreakTheChain() {
        try (AuditTrail one = trail("intake-0");
                AuditTrail other = trail("intake-0");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 300).forEach(i -> threads.submit(() -> (i % 2 == 0 ? one : other).append(entry(i))));
        }
        assertThat(verification().entries()).isEqualTo(300);
        assertThat(verification().intact()).isTrue();
    }

    @Test
    void aLostReplyDoesNotBreakTheChain() {
        CountingInserts inserts = new CountingInserts(database);
        try (AuditTrail trail = new AuditTrail(inserts.counted(), "intake-0", Duration.ofSeconds(10))) {
            trail.append(entry(1));
            inserts.loseNextReplies(1);
            trail.append(entry(2));
            inserts.loseNextReplies(2);
            assertThatThrownBy(() -> trail.append(entry(3))).isInstanceOf(AuditUnavailable.class);
            trail.append(entry(4));
        }
        assertThat(verification().intact()).isTrue();
        assertThat(stored().distinct("who", String.class)).contains("u1", "u2", "u3", "u4");
    }

    @Test
    void reportsThatTheStoreDoesNotRespond() {
        try (AuditTrail trail = trail("intake-0")) {
            trail.append(entry(1));
            server.shutdownNow();
            assertThatThrownBy(() -> trail.append(entry(2))).isInstanceOf(AuditUnavailable.class);
        }
    }
}
