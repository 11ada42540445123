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

/** Searches the store, the topics and the logs for personal data in plain form. */
@RefugioTest
@ExtendWith(OutputCaptureExtension.class)
class ClearTextIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private TestNamespace namespace;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private MongoDatabase database;

    @TempDir
    private Path dump;

    @Test
    void noPersonalDataIsInTheStoreTheTopicsOrTheLogs(CapturedOutput output) throws IOException {
        TestHttpClient legal = TestHttpClient.as(port, "tapachula:coordinator");
        String id = legal.post("/v1/cases", CommandBodies.open("Kanariavogel Zitrone", "9629998877")).body()
                .path("aggregate").asString();
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/submission",
                CommandBodies.submission("FOLIOCANARY"));
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/authority-interview",
                CommandBodies.interview("Ventanilla Pomelo"));
        legal.seeingNow("/v1/cases/" + id).post("/v1/cases/" + id + "/submission",
                CommandBodies.submission("FOLIOCANARY").replace("}",
                        ",\"correction\":true,\"reason\":\"Melocoton\"}"));
        legal.post("/v1/cases/search", "{\"text\":\"kanaria\",\"page\":0}");
        legal.post("/v1/cases/search", "{\"text\":\"kanaria 9629998877\",\"page\":\"Zitrone\"}");
        legal.post("/v1/cases", CommandBodies.open("Kanariavogel Zitrone", "not 9629998877"));
        legal.post("/v1/cases", CommandBodies.open("Kanariavogel Zitrone", "9629998877").replace("\"ht\"", "Limonada"));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(topics.read("intake"))
                .filteredOn(each -> id.equals(each.aggregate())).hasSizeGreaterThanOrEqualTo(6));
        StoreDump.write(TestInfrastructure.shared().mongodbUri(), namespace.prefix().replace('-', '_'), dump);
        String published = topics.read("intake").stream().map(TopicRecords.Found::toString)
                .collect(Collectors.joining("\n"));
        Files.writeString(dump.resolve("topics"), published);
        Files.writeString(dump.resolve("log"), output.getAll());
        assertThat(new CanaryScan("Kanariavogel", "Zitrone", "kanaria", "9629998877", "canary@example.org", "zanahoria",
                "FOLIOCANARY", "Pomelo", "Limonada", "Melocoton").scan(dump).findings()).isEmpty();
        assertThat(new CanaryScan(id).scan(dump).findings()).as("the scan covers the case").isNotEmpty();
        assertThat(tokens(id)).isNotEmpty().allSatisfy(token -> assertThat(published).doesNotContain(token));
    }

    private List<String> tokens(String id) {
        return database.getCollection("cases").find(new Document("_id", id)).first().get("state", Document.class)
                .getList("tokens", String.class).stream().filter(each -> each.matches("[\\w-]{22}")).toList();
    }
}
