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
import java.util.ArrayList;
import java.util.List;
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
        endServer();
    }

    /** Once: a second shutdown can wait for a connection that nobody closes any more. */
    private void endServer() {
        if (server != null) {
            server.shutdownNow();
            server = null;
        }
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
        return verification(database);
    }

    /** All parts of a verification as one. */
    static AuditVerification verification(MongoDatabase database) {
        List<Fault> faults = new ArrayList<>();
        AuditPosition position = AuditPosition.START;
        while (true) {
            AuditVerification part = new AuditVerifier(database.getCollection("audit"), position).run(100);
            faults.addAll(part.faults());
            if (part.next() == null) {
                return new AuditVerification(part.entries(), part.total(), List.copyOf(faults), part.heads(), null);
            }
            position = AuditPosition.of(part.next());
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
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 4, 4, Kind.CHANGED));
    }

    @Test
    void findsAChangedEntryWhoseHashWasRecomputed() {
        write("intake-0", 9);
        ChainedAuditEntry old = ChainedAuditEntry
                .of(stored().find(Filters.eq(ChainedAuditEntry.id("intake-0", 4))).first());
        ChainedAuditEntry forged = new ChainedAuditEntry(old.chain(), old.n(), old.previous(), entry(99));
        stored().replaceOne(Filters.eq(ChainedAuditEntry.id("intake-0", 4)), forged.toBson());
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 5, 5, Kind.MISPLACED));
    }

    @Test
    void findsAMissingEntry() {
        write("intake-0", 9);
        stored().deleteOne(Filters.eq(ChainedAuditEntry.id("intake-0", 4)));
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 4, 4, Kind.MISSING));
    }

    @Test
    void findsAMissingFirstEntry() {
        write("intake-0", 9);
        stored().deleteOne(Filters.eq(ChainedAuditEntry.id("intake-0", 1)));
        assertThat(verification().faults()).contains(new Fault("intake-0", 1, 1, Kind.MISSING));
    }

    /** The first gap was longer than the empty part after which the verification once stopped. */
    @Test
    void aGapOfAnyLengthIsAFaultAndTheVerificationContinuesBehindIt() {
        insert("intake-0", 12_100);
        stored().deleteMany(Filters.and(Filters.gt("n", 20), Filters.lte("n", 11_000)));
        stored().deleteMany(Filters.in("n", 11_500, 11_501));
        stored().updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 12_050)), Updates.set("who", "another"));
        AuditVerification found = verification();
        assertThat(found.faults()).containsExactly(new Fault("intake-0", 21, 11_000, Kind.MISSING),
                new Fault("intake-0", 11_500, 11_501, Kind.MISSING),
                new Fault("intake-0", 12_050, 12_050, Kind.CHANGED));
        assertThat(found.entries()).isEqualTo(12_100 - 10_980 - 2);
        assertThat(found.heads()).extracting(AuditVerification.Head::n).containsExactly(12_100L);
    }

    @Test
    void anEntryWithoutItsNumberIsAFault() {
        write("intake-0", 3);
        stored().updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 3)), Updates.unset("n"));
        assertThat(verification().faults()).containsExactly(new Fault("", 0, 1, Kind.OUTSIDE));
    }

    @Test
    void aPartTellsItsProgressAndWhereToContinue() {
        insert("intake-0", 600);
        AuditVerification part = new AuditVerifier(stored(), AuditPosition.START).run(100);
        assertThat(part.entries()).isEqualTo(AuditVerifier.READ);
        assertThat(part.total()).isEqualTo(600);
        assertThat(part.intact()).as("the end was not reached").isFalse();
        assertThat(AuditPosition.of(part.next()).text()).isEqualTo(part.next());
        assertThat(verification().intact()).isTrue();
    }

    @Test
    void entriesThatAreAppendedDuringAVerificationAreNoFault() {
        insert("intake-0", 600);
        write("intake-1", 3);
        AuditVerification part = new AuditVerifier(stored(), AuditPosition.START).run(100);
        write("intake-1", 5);
        write("intake-2", 4);
        write("intake-0", 3);
        AuditVerification rest = new AuditVerifier(stored(), AuditPosition.of(part.next())).run(10_000);
        assertThat(rest.intact()).as(rest.toString()).isTrue();
        assertThat(rest.entries()).isEqualTo(615);
        assertThat(rest.heads()).extracting(AuditVerification.Head::n).containsExactly(603L, 8L, 4L);
    }

    private void insert(String chain, int entries) {
        String previous = ChainedAuditEntry.NO_PREVIOUS_HASH;
        List<Document> documents = new ArrayList<>();
        for (int n = 1; n <= entries; n++) {
            ChainedAuditEntry link = new ChainedAuditEntry(chain, n, previous, entry(n));
            documents.add(link.toBson());
            previous = link.hash();
        }
        stored().insertMany(documents);
    }

    @Test
    void findsExchangedEntries() {
        write("intake-0", 9);
        Document four = stored().find(Filters.eq(ChainedAuditEntry.id("intake-0", 4))).first();
        Document five = stored().find(Filters.eq(ChainedAuditEntry.id("intake-0", 5))).first();
        stored().replaceOne(Filters.eq(four.get("_id")), new Document(five).append("_id", four.get("_id")));
        stored().replaceOne(Filters.eq(five.get("_id")), new Document(four).append("_id", five.get("_id")));
        assertThat(verification().faults()).contains(new Fault("intake-0", 4, 4, Kind.MISPLACED),
                new Fault("intake-0", 5, 5, Kind.MISPLACED));
    }

    @Test
    void findsAMissingField() {
        write("intake-0", 3);
        stored().updateOne(Filters.eq(ChainedAuditEntry.id("intake-0", 2)), Updates.unset("outcome"));
        assertThat(verification().faults()).containsExactly(new Fault("intake-0", 2, 2, Kind.CHANGED));
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
            endServer();
            assertThatThrownBy(() -> trail.append(entry(2))).isInstanceOf(AuditUnavailable.class);
        }
    }

    @Test
    void anErrorOfOneBatchDoesNotEndTheWriter() {
        CountingInserts inserts = new CountingInserts(database);
        try (AuditTrail trail = new AuditTrail(inserts.counted(), "intake-0", Duration.ofSeconds(2))) {
            inserts.failNext(new StackOverflowError());
            assertThatThrownBy(() -> trail.append(entry(1))).isInstanceOf(AuditUnavailable.class)
                    .hasCauseInstanceOf(StackOverflowError.class);

            trail.append(entry(2));
        }
        assertThat(stored().countDocuments()).isEqualTo(1);
    }
}
