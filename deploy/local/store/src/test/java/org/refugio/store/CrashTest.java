package org.refugio.store;

import static com.mongodb.client.model.Filters.eq;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Invariant: what was acknowledged or read survives kill -9; indexes and documents agree. */
@DisabledIfEnvironmentVariable(named = "REFUGIO_MONGODB_URI", matches = ".+")
class CrashTest {

    private static final int WRITERS = 8;

    @TempDir
    private Path folder;

    @RepeatedTest(3)
    void every_acknowledged_write_survives_a_kill_amid_concurrent_writes() throws Exception {
        StoreProcess store = StoreProcess.start(folder);
        Map<Integer, Integer> seenByReader = new HashMap<>();
        List<Integer> acknowledged;
        try (MongoClient client = MongoClients.create(store.uri())) {
            MongoCollection<Document> docs = docs(client);
            CompletableFuture.delayedExecutor(1500, TimeUnit.MILLISECONDS).execute(store.process()::destroyForcibly);
            closeAtTheEndOf(store, client);
            acknowledged = ConcurrentRun.run(WRITERS + 1,
                    thread -> thread < WRITERS ? writeUntilCut(docs, thread) : readUntilCut(docs, seenByReader));
        }
        store.process().waitFor();

        StoreProcess again = StoreProcess.start(folder);
        try (MongoClient client = MongoClients.create(again.uri())) {
            MongoCollection<Document> docs = docs(client);
            for (int writer = 0; writer < WRITERS; writer++) {
                int count = acknowledged.get(writer);
                assertThat(count).as("writes of %s", writer).isPositive();
                assertThat(docs.countDocuments(eq("writer", writer))).isBetween((long) count, count + 1L);
                Document counter = docs.find(eq("_id", "counter-" + writer)).first();
                assertThat(counter.getInteger("n")).isGreaterThanOrEqualTo(seenByReader.getOrDefault(writer, 0));
                assertThat(counter.get("n")).isEqualTo(counter.get("same"));
                for (int i = count; i < count + 3; i++) { // an index entry without its document would refuse these
                    docs.updateOne(eq("_id", writer + "-" + i),
                            Updates.combine(Updates.set("k", writer + "/" + i), Updates.set("writer", writer)),
                            new UpdateOptions().upsert(true));
                }
            }
            for (Document each : docs.find(new Document("k", new Document("$exists", true)))) {
                assertThat(docs.find(eq("_id", each.get("_id"))).first()).isEqualTo(each);
                assertThat(docs.find(eq("k", each.get("k"))).first()).isEqualTo(each);
            }
        } finally {
            again.kill();
        }
    }

    @Test
    void a_full_disk_ends_the_process_and_a_restart_has_all_that_was_acknowledged() throws Exception {
        StoreProcess store = StoreProcess.start(folder, "sh", "-c", "ulimit -f 70000; exec \"$@\"", "sh");
        int kept = 0;
        try (MongoClient client = MongoClients.create(store.uri())) {
            closeAtTheEndOf(store, client);
            MongoCollection<Document> docs = client.getDatabase("full").getCollection("docs");
            while (kept < 3000) {
                docs.insertOne(new Document("_id", kept).append("b", new byte[50_000]));
                kept++;
            }
        } catch (MongoException | IllegalStateException e) {
            // the disk is full
        }
        assertThat(store.end()).isEqualTo(70);

        StoreProcess again = StoreProcess.start(folder);
        try (MongoClient client = MongoClients.create(again.uri())) {
            assertThat(client.getDatabase("full").getCollection("docs").countDocuments()).isBetween((long) kept,
                    kept + 1L);
        } finally {
            again.kill();
        }
    }

    @Test
    void a_stop_is_clean_and_the_file_is_of_no_use_without_its_key() throws Exception {
        StoreProcess store = StoreProcess.start(folder);
        try (MongoClient client = MongoClients.create(store.uri())) {
            client.getDatabase("plain").getCollection("c").insertOne(new Document("name", "Canary-Wharf"));
        }
        assertThat(store.stop()).isIn(0, 143);

        assertThat(storedFiles()).isNotEmpty().allSatisfy(file -> assertThat(file).content(ISO_8859_1)
                .doesNotContain("Canary"));
        Path key = folder.resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        Files.writeString(key, "0".repeat(64));
        StoreSettings settings = new StoreSettings(folder, key, 0, true);
        assertThatThrownBy(() -> EmbeddedStore.open(settings)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void the_data_of_an_earlier_version_is_left_alone() throws IOException {
        Path earlier = Files.createFile(folder.resolve("refugio.mv"));
        StoreSettings settings = new StoreSettings(folder, folder.resolve("key"), 0, true);

        assertThatThrownBy(() -> EmbeddedStore.open(settings)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("earlier version").hasMessageContaining("move the file away");
        assertThat(earlier).exists();
    }

    private List<Path> storedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("documents"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The driver would otherwise look for the dead server until its selection times out. */
    private static void closeAtTheEndOf(StoreProcess store, MongoClient client) {
        store.process().onExit().thenRun(client::close);
    }

    private static MongoCollection<Document> docs(MongoClient client) {
        MongoCollection<Document> docs = client.getDatabase("crash").getCollection("docs");
        docs.createIndex(Indexes.ascending("k"), new IndexOptions().unique(true).sparse(true));
        docs.createIndex(Indexes.ascending("writer"));
        return docs;
    }

    private static int writeUntilCut(MongoCollection<Document> docs, int writer) {
        int count = 0;
        try {
            while (true) {
                docs.insertOne(new Document("_id", writer + "-" + count).append("k", writer + "/" + count)
                        .append("writer", writer).append("pad", "x".repeat(300)));
                count++;
                docs.updateOne(eq("_id", "counter-" + writer),
                        Updates.combine(Updates.inc("n", 1), Updates.inc("same", 1)), new UpdateOptions().upsert(true));
            }
        } catch (MongoException | IllegalStateException e) {
            return count;
        }
    }

    private static int readUntilCut(MongoCollection<Document> docs, Map<Integer, Integer> seen) {
        try {
            for (int writer = 0; true; writer = (writer + 1) % WRITERS) {
                Document counter = docs.find(eq("_id", "counter-" + writer)).first();
                if (counter != null) {
                    seen.put(writer, counter.getInteger("n"));
                }
            }
        } catch (MongoException | IllegalStateException e) {
            return 0;
        }
    }
}
