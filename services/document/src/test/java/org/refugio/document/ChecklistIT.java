package org.refugio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.contracts.IntakeEvent.StepChanged;
import org.refugio.contracts.Step;
import org.refugio.contracts.StepStatus;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RefugioTest
class ChecklistIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private Privacy privacy;

    @Autowired
    private MongoDatabase database;

    @Autowired
    private EventOperations operations;

    private OpenedCase opened;

    @BeforeEach
    void openCase() {
        opened = OpenedCase.create(privacy, topics, port);
    }

    @Test
    void theFiveGroupsAreCreatedAndAnotherOfficeSeesNothing() {
        assertThat(lines().valueStream().map(each -> each.path("group").asString()).distinct()).hasSize(5);
        assertThat(lines().valueStream().map(each -> each.path("state").asString())).containsOnly("MISSING");
        TestHttpClient other = TestHttpClient.as(port, "tijuana:legal-officer");
        assertThat(other.get(path("/checklist")).status()).isEqualTo(404);
        assertThat(other.get(path("/checklist")).body().path("type"))
                .isEqualTo(other.get("/v1/cases/nobody/checklist").body().path("type"));
    }

    @Test
    void aDownloadReturnsTheUploadedBytesForEverySize() {
        for (int size : new int[]{100, 256 * 1024 - 1, 256 * 1024, 256 * 1024 + 1, 5_000_000, 20 * 1024 * 1024}) {
            byte[] content = OpenedCase.pdf(size, size);
            assertThat(opened.upload(content, UUID.randomUUID().toString()).status()).isEqualTo(200);
            assertThat(staff().get(path("/uploads/" + opened.newestUpload())).bytes()).as("%d bytes", size)
                    .isEqualTo(content);
        }
    }

    @Test
    void aRepeatedCaseEventKeepsTheChecklist() {
        opened.upload(OpenedCase.pdf(1000, 1), UUID.randomUUID().toString());
        topics.publish("intake", opened.caseId(), 1, OpenedCase.event(opened.caseId(), privacy));
        topics.publish("intake", opened.caseId(), 3, stepChanged());
        topics.publish("intake", opened.caseId(), 2, stepChanged());
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(cursor()).isEqualTo(3));
        assertThat(lines().get(0).path("uploads")).hasSize(1);
        assertThat(operations.backlog().parked()).isZero();
        assertThat(topics.read("document").stream().filter(each -> opened.caseId().equals(each.aggregate()))
                .map(TopicRecords.Found::type)).containsOnlyOnce("document.checklist-opened.v1");
    }

    private long cursor() {
        return ((Number) database.getCollection("cursors").find(Filters.eq("_id", "document|intake|" + opened.caseId()))
                .first().get("last")).longValue();
    }

    private StepChanged stepChanged() {
        return new StepChanged(opened.caseId(), "tapachula", Step.INITIAL_CONSULTATION, StepStatus.IN_PROGRESS,
                Instant.now());
    }

    @Test
    void theSameUploadWithTheSameKeyIsStoredOnce() {
        String key = UUID.randomUUID().toString();
        assertThat(upload("identity-document", "a.pdf", pdf(1000), key))
                .isEqualTo(upload("identity-document", "a.pdf", pdf(1000), key));
        assertThat(lines().get(0).path("uploads")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/jpg", "application/zip", "text/html", "nonsense"})
    void aWrongLabelIsNoReasonToRefuseAFile(String label) {
        byte[] photo = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0};
        TestHttpClient.Reply reply = staff().upload(path("/items/identity-document/uploads"), "a.jpg", label, photo,
                UUID.randomUUID().toString());
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(lines().get(0).path("uploads").get(0).path("contentType").asString()).isEqualTo("image/jpeg");
    }

    @Test
    void aKeyThatWasUsedForAnotherFileIsRefusedAndTheFirstFileStays() {
        byte[] first = OpenedCase.pdf(1000, 1);
        byte[] other = OpenedCase.pdf(1000, 2);
        String key = UUID.randomUUID().toString();
        assertThat(opened.upload(first, key).status()).isEqualTo(200);
        TestHttpClient.Reply reused = opened.upload(other, key);
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.body().path("type").asString()).endsWith("idempotency-key-reused");
        assertThat(opened.upload(first, key).status()).as("the first, repeated").isEqualTo(200);
        assertThat(lines().get(0).path("uploads")).hasSize(1);
        assertThat(opened.upload(other, UUID.randomUUID().toString()).status()).isEqualTo(200);
        assertThat(lines().get(0).path("uploads")).hasSize(2);
        assertThat(staff().get(path("/uploads/" + opened.newestUpload())).bytes()).isEqualTo(other);
    }

    /** Of the keys of commands only the latest are kept. */
    @Test
    void aKeyThatIsNoLongerRecordedAddsNoSecondFileOfTheSameId() {
        byte[] first = OpenedCase.pdf(1000, 1);
        String key = UUID.randomUUID().toString();
        opened.upload(first, key);
        opened.upload(OpenedCase.pdf(1000, 2), UUID.randomUUID().toString());
        assertThat(database.getCollection("checklists")
                .updateOne(Filters.eq("_id", opened.caseId()), Updates.set("commands", List.of())).getModifiedCount())
                .isEqualTo(1);
        assertThat(opened.upload(first, key).status()).isEqualTo(200);
        TestHttpClient.Reply other = opened.upload(OpenedCase.pdf(1000, 3), key);
        assertThat(other.body().path("type").asString()).endsWith("idempotency-key-reused");
        assertThat(lines().get(0).path("uploads").valueStream().map(each -> each.path("uploadId").asString()))
                .hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theNewestFileSentAgainIsOneDocumentAndAnOlderOneReplacesIt() {
        byte[] first = OpenedCase.pdf(1000, 1);
        byte[] other = OpenedCase.pdf(1000, 2);
        TestHttpClient.Reply stored = opened.upload(first, UUID.randomUUID().toString());
        assertThat(stored.header("Refugio-Stored-Before")).isEmpty();
        TestHttpClient.Reply again = opened.upload(first, UUID.randomUUID().toString());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).as("the receipt of the first").isEqualTo(stored.body());
        assertThat(again.header("Refugio-Stored-Before")).hasValue("true");
        assertThat(lines().get(0).path("uploads")).hasSize(1);
        opened.upload(other, UUID.randomUUID().toString());
        assertThat(opened.upload(first, UUID.randomUUID().toString()).header("Refugio-Stored-Before")).isEmpty();
        assertThat(lines().get(0).path("uploads")).hasSize(3);
    }

    @Test
    void onlyTheNewestFileCanBeAcceptedAndSettlingAllItemsCompletesTheChecklist() {
        String first = upload("identity-document", "a.pdf", pdf(1000), UUID.randomUUID().toString());
        String second = upload("identity-document", "b.pdf", pdf(2000), UUID.randomUUID().toString());
        assertThat(review("identity-document", "accept", "{\"uploadId\":\"" + first + "\"}").status()).isEqualTo(409);
        assertThat(review("identity-document", "return", "{\"uploadId\":\"" + second + "\",\"reason\":\"borroso\"}")
                .status()).isEqualTo(200);
        assertThat(lines().get(0).path("reason").asString()).isEqualTo("borroso");
        assertThat(review("identity-document", "accept", "{\"uploadId\":\"" + second + "\"}").status()).isEqualTo(200);
        lines().valueStream().skip(1).map(each -> each.path("itemId").asString())
                .forEach(item -> assertThat(review(item, "waive", "{\"reason\":\"no existe\"}").status())
                        .isEqualTo(200));
        await().atMost(TIMEOUT).untilAsserted(() -> assertThat(topics.read("document"))
                .filteredOn(each -> opened.caseId().equals(each.aggregate())).extracting(TopicRecords.Found::type)
                .containsOnlyOnce("document.checklist-completed.v1"));
    }

    @Test
    void aFileHasTheExtensionOfItsContentAndNoHiddenCharacters() {
        upload("identity-document", "acta%E2%80%AEfdp.html", pdf(1000), UUID.randomUUID().toString());
        assertThat(lines().get(0).path("uploads").get(0).path("fileName").asString()).isEqualTo("actafdp.html.pdf");
    }

    @Test
    void invalidFilesAreRefused() {
        byte[] program = new byte[2000];
        program[0] = 'M';
        program[1] = 'Z';
        String items = path("/items/identity-document/uploads");
        assertThat(staff().upload(items, "a.pdf", "application/pdf", program, "k1").status()).isEqualTo(422);
        assertThat(staff().upload(items, "a.pdf", "application/pdf", new byte[0], "k2").status()).isEqualTo(422);
        assertThat(staff().upload(items, "a.pdf", "application/pdf", pdf(21 * 1024 * 1024), "k3").status())
                .isEqualTo(413);
        assertThat(
                staff().upload(items, "a.jpg", "image/jpeg", "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII), "k5")
                        .body().path("detail").asString())
                .contains("PDF, JPEG, PNG, WebP, HEIC");
        assertThat(staff().upload(path("/items/none/uploads"), "a.pdf", "application/pdf", pdf(10), "k4").status())
                .isEqualTo(409);
        assertThat(lines().get(0).path("state").asString()).isEqualTo("MISSING");
    }

    private String upload(String item, String name, byte[] content, String key) {
        TestHttpClient.Reply reply = staff().upload(path("/items/" + item + "/uploads"), name.replace(" ", "%20"),
                "application/pdf",
                content, key);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        JsonNode uploads = lines().get(0).path("uploads");
        return uploads.get(uploads.size() - 1).path("uploadId").asString();
    }

    private TestHttpClient.Reply review(String item, String verdict, String body) {
        return staff().seeingNow(path("/checklist")).post(path("/items/" + item + "/" + verdict), body);
    }

    private JsonNode lines() {
        return staff().get(path("/checklist")).body().path("lines");
    }

    private String path(String rest) {
        return opened.path(rest);
    }

    private TestHttpClient staff() {
        return TestHttpClient.as(port, "tapachula:legal-officer");
    }

    private static byte[] pdf(int size) {
        return OpenedCase.pdf(size, size);
    }
}
