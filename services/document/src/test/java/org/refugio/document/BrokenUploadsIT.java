package org.refugio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads that are interrupted, sent twice concurrently, or tampered with. */
@RefugioTest
class BrokenUploadsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private Privacy privacy;

    @Autowired
    private MongoDatabase database;

    private OpenedCase opened;

    @BeforeEach
    void openCase() {
        opened = OpenedCase.create(privacy, topics, port);
    }

    @Test
    void anInterruptedUploadLeavesNoChunks() throws IOException {
        long before = chunks();
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Idempotency-Key: half\r
                Content-Type: application/pdf\r
                Content-Length: 2000000\r
                \r
                """.formatted(opened.path("/items/identity-document/uploads"), opened.staff().authorization()))
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(OpenedCase.pdf(1_200_000, 1));
            socket.getOutputStream().flush();
            await().atMost(TIMEOUT).until(() -> chunks() > before);
        }
        await().atMost(TIMEOUT).until(() -> chunks() == before && pendingUploads() == 0);
        assertThat(opened.staff().get(opened.path("/checklist")).body().path("lines").get(0).path("state").asString())
                .isEqualTo("MISSING");
    }

    @Test
    void concurrentUploadsWithOneKeyStoreOneUnmixedFile() throws Exception {
        long before = chunks();
        String key = UUID.randomUUID().toString();
        List<byte[]> files = List.of(OpenedCase.pdf(900_000, 1), OpenedCase.pdf(900_000, 2));
        List<Callable<TestHttpClient.Reply>> attempts = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            byte[] file = files.get(i % 2);
            attempts.add(() -> opened.upload(file, key));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (Future<TestHttpClient.Reply> reply : crowd.invokeAll(attempts)) {
                statuses.add(reply.get().status());
            }
        }
        assertThat(statuses).as("the other file is refused each time").containsExactlyInAnyOrder(200, 200, 200, 200,
                422, 422, 422, 422);
        assertThat(opened.staff().get(opened.path("/checklist")).body().path("lines").get(0).path("uploads"))
                .hasSize(1);
        byte[] out = opened.staff().get(opened.path("/uploads/" + opened.newestUpload())).bytes();
        assertThat(files).anySatisfy(file -> assertThat(out).isEqualTo(file));
        assertThat(chunks() - before).as("the chunks of the others were removed").isEqualTo(4);
        assertThat(pendingUploads()).isZero();
    }

    @Test
    void aDamagedFileIsNeverSentCompletely() {
        byte[] content = OpenedCase.pdf(600_000, 3);
        database.getCollection("content").drop();
        opened.upload(content, UUID.randomUUID().toString());
        String upload = opened.newestUpload();
        List<Document> stored = database.getCollection("content").find().into(new ArrayList<>());
        Document first = stored.stream().filter(each -> each.getString("_id").endsWith("|0")).findFirst().orElseThrow();
        Document second = stored.stream()
                .filter(each -> each.getString("_id").equals(first.getString("_id").replace("|0", "|1"))).findFirst()
                .orElseThrow();
        database.getCollection("content").replaceOne(Filters.eq("_id", first.getString("_id")),
                new Document("_id", first.getString("_id")).append("sealed", second.get("sealed", Binary.class)));
        assertThatThrownBy(() -> opened.staff().get(opened.path("/uploads/" + upload)))
                .as("the connection breaks before the last chunk").isInstanceOf(UncheckedIOException.class);
    }

    private long chunks() {
        return database.getCollection("content").countDocuments();
    }

    private long pendingUploads() {
        return database.getCollection("arrivals").countDocuments();
    }
}
