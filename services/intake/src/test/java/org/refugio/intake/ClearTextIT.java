package org.refugio.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TestInfrastructure;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.TopicRecords;
import org.refugio.testkit.canary.CanaryScan;
import org.refugio.testkit.canary.StoreDump;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a thief of the store, the topics and the logs could read. */
@RefugioTest
@ExtendWith(OutputCaptureExtension.class)
class ClearTextIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private TestNamespace world;

    @Autowired
    private TopicRecords records;

    @Autowired
    private MongoDatabase database;

    @TempDir
    private Path loot;

    @Test
    void nothingOfThePersonStandsInTheStoreTheTopicsOrTheLogs(CapturedOutput output) throws IOException {
        TestHttpClient legal = TestHttpClient.as(port, "tapachula:coordinator");
        String id = legal.post("/v1/cases", CommandBodies.open("Kanariavogel Zitrone", "9629998877")).body()
                .path("aggregate").asString();
        legal.post("/v1/cases/" + id + "/submission", CommandBodies.submission("FOLIOCANARY"));
        legal.post("/v1/cases/" + id + "/authority-interview", CommandBodies.interview("Ventanilla Pomelo"));
        legal.post("/v1/cases/" + id + "/submission", CommandBodies.submission("FOLIOCANARY").replace("}",
                ",\"correction\":true,\"reason\":\"Melocoton\"}"));
        legal.get("/v1/cases?q=kanaria");
        legal.post("/v1/cases", CommandBodies.open("Kanariavogel Zitrone", "not 9629998877"));
        legal.post("/v1/cases", CommandBodies.open("Kanariavogel Zitrone", "9629998877").replace("\"ht\"", "Limonada"));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(records.read("intake"))
                .filteredOn(each -> id.equals(each.aggregate())).hasSizeGreaterThanOrEqualTo(6));
        StoreDump.write(TestInfrastructure.shared().mongodbUri(), world.prefix().replace('-', '_'), loot);
        String topics = records.read("intake").stream().map(TopicRecords.Found::toString)
                .collect(Collectors.joining("\n"));
        Files.writeString(loot.resolve("topics"), topics);
        Files.writeString(loot.resolve("log"), output.getAll());
        assertThat(new CanaryScan("Kanariavogel", "Zitrone", "kanaria", "9629998877", "canary@example.org", "zanahoria",
                "FOLIOCANARY", "Pomelo", "Limonada", "Melocoton").scan(loot).findings()).isEmpty();
        assertThat(new CanaryScan(id).scan(loot).findings()).as("the scan looks where the case is").isNotEmpty();
        assertThat(tokens(id)).isNotEmpty().allSatisfy(token -> assertThat(topics).doesNotContain(token));
    }

    private List<String> tokens(String id) {
        return database.getCollection("cases").find(new Document("_id", id)).first().get("state", Document.class)
                .getList("tokens", String.class).stream().filter(each -> !each.startsWith("TAP-")).toList();
    }
}
