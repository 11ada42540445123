package org.refugio.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGKILL in the middle of writes: what was acknowledged is there, and indexes agree with documents. */
class CrashIT {

    private static final int ROUNDS = 3;
    private static final int CLIENTS = 6;

    @TempDir
    Path directory;

    private Process process;

    @Test
    void nothingAcknowledgedIsLost() throws Exception {
        int port = freePort();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        for (int round = 0; round < ROUNDS; round++) {
            start(port);
            int before = acknowledged.size();
            writeUntilKilled(port, acknowledged, next);
            assertThat(acknowledged.size()).isGreaterThan(before);
        }
        start(port);
        try (MongoClient client = Served.connect("mongodb://127.0.0.1:" + port)) {
            MongoCollection<Document> things = client.getDatabase("crash").getCollection("things");
            assertThat(acknowledged).hasSizeGreaterThan(50);
            for (String id : acknowledged) {
                assertThat(things.find(eq("_id", id)).first()).as(id).isNotNull();
                assertThat(things.find(eq("slot", "s" + id)).first()).as("by the unique index " + id).isNotNull();
            }
            for (Document each : things.find()) {
                assertThat(things.countDocuments(eq("slot", each.getString("slot")))).isOne();
            }
        } finally {
            process.destroy();
            process.waitFor(20, TimeUnit.SECONDS);
        }
        assertThat(Files.readString(directory.resolve("data/refugio.mv"), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary-in-a-coal-mine");
    }

    private void writeUntilKilled(int port, Set<String> acknowledged, AtomicInteger next) throws Exception {
        try (MongoClient client = Served.connect("mongodb://127.0.0.1:" + port + "/?serverSelectionTimeoutMS=2000");
                ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            MongoCollection<Document> things = client.getDatabase("crash").getCollection("things");
            things.createIndex(Indexes.ascending("slot"), new IndexOptions().unique(true));
            for (int i = 0; i < CLIENTS; i++) {
                threads.submit(() -> {
                    try {
                        while (true) {
                            String id = "d" + next.incrementAndGet();
                            things.insertOne(new Document("_id", id).append("slot", "s" + id).append("text",
                                    "canary-in-a-coal-mine"));
                            acknowledged.add(id);
                        }
                    } catch (MongoException e) {
                        return; // killed
                    }
                });
            }
            int before = acknowledged.size();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> acknowledged.size() > before + 100);
            process.destroyForcibly().waitFor();
        }
    }

    private void start(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java", "-Xmx256m", "-cp",
                System.getProperty("java.class.path"), EmbeddedStore.class.getName()));
        builder.environment().put("REFUGIO_STORE_DIR", directory.resolve("data").toString());
        builder.environment().put("REFUGIO_STORE_KEY_FILE", directory.resolve("key").toString());
        builder.environment().put("REFUGIO_STORE_PORT", Integer.toString(port));
        Path log = directory.resolve("log");
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.to(log.toFile())).start();
        Awaitility.await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.exists(log) && Files.readString(log).contains("store ready"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
