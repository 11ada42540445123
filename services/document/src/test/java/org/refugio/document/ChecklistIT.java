package org.refugio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.procedure.Procedures;
import org.refugio.testkit.Http;
import org.refugio.testkit.Records;
import org.refugio.testkit.RefugioTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@RefugioTest
class ChecklistIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @LocalServerPort
    private int port;

    @Autowired
    private Records records;

    @Autowired
    private Privacy privacy;

    @Autowired
    private MongoDatabase database;

    private final String caseId = UUID.randomUUID().toString().replace("-", "");

    @BeforeEach
    void aCaseIsOpened() {
        Subject subject = Subject.ofCase(caseId);
        privacy.register(subject);
        records.publish("intake", caseId, 1,
                new CaseOpened(caseId, "tapachula", "TAP-0001", "America/Mexico_City", "ht",
                        privacy.seal(subject, "{}"), privacy.seal(subject, "{}"), new ContactConsent(true, true),
                        LocalDate.now(),
                        Procedures.CURRENT, "someone", Instant.now()));
        await().atMost(PATIENCE).until(() -> staff().get(path("/checklist")).status() == 200);
    }

    @Test
    void theFiveGroupsOpenByThemselvesAndTheOtherOfficeSeesNothing() {
        assertThat(lines().valueStream().map(each -> each.path("group").asString()).distinct()).hasSize(5);
        assertThat(lines().valueStream().map(each -> each.path("state").asString())).containsOnly("MISSING");
        Http other = Http.as(port, "tijuana:legal-officer");
        assertThat(other.get(path("/checklist")).status()).isEqualTo(404);
        assertThat(other.get(path("/checklist")).body().path("type"))
                .isEqualTo(other.get("/v1/cases/nobody/checklist").body().path("type"));
    }

    @Test
    void bytesOutAreBytesInAndNothingOfThemStandsInTheClear() {
        byte[] content = pdf(1_500_000);
        String id = upload("identity-document", "pasaporte de Canaria.pdf", content, UUID.randomUUID().toString());
        assertThat(staff().get(path("/uploads/" + id)).bytes()).isEqualTo(content);
        List<byte[]> kept = new ArrayList<>();
        database.getCollection("pieces").find().forEach(each -> kept.add(each.get("content", Binary.class).getData()));
        assertThat(kept).hasSizeGreaterThan(5).noneMatch(each -> contains(each, Arrays.copyOfRange(content, 400, 440)));
        List<String> texts = new ArrayList<>();
        database.getCollection("checklists").find().forEach((Document each) -> texts.add(each.toJson()));
        records.read("document").forEach(each -> texts.add(each.value()));
        assertThat(texts).isNotEmpty().noneMatch(each -> each.contains("Canaria"));
    }

    @Test
    void theSameUploadUnderTheSameKeyIsOneUpload() {
        String key = UUID.randomUUID().toString();
        assertThat(upload("identity-document", "a.pdf", pdf(1000), key))
                .isEqualTo(upload("identity-document", "a.pdf", pdf(1000), key));
        assertThat(lines().get(0).path("uploads")).hasSize(1);
    }

    @Test
    void onlyTheNewestFileIsAcceptedAndAllSettledCompletesTheChecklist() {
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
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(records.read("document"))
                .filteredOn(each -> caseId.equals(each.aggregate())).extracting(Records.Found::type)
                .containsOnlyOnce("document.checklist-completed.v1"));
    }

    @Test
    void whatIsNoPaperIsRefusedWithAWayOut() {
        byte[] program = new byte[2000];
        program[0] = 'M';
        program[1] = 'Z';
        String items = path("/items/identity-document/uploads");
        assertThat(staff().upload(items, "a.pdf", "application/pdf", program, "k1").status()).isEqualTo(422);
        assertThat(staff().upload(items, "a.pdf", "application/pdf", new byte[0], "k2").status()).isEqualTo(422);
        assertThat(staff().upload(items, "a.pdf", "application/pdf", pdf(21 * 1024 * 1024), "k3").status())
                .isEqualTo(413);
        assertThat(staff().upload(path("/items/none/uploads"), "a.pdf", "application/pdf", pdf(10), "k4").status())
                .isEqualTo(409);
        assertThat(lines().get(0).path("state").asString()).isEqualTo("MISSING");
    }

    private String upload(String item, String name, byte[] content, String key) {
        Http.Reply reply = staff().upload(path("/items/" + item + "/uploads"), name.replace(" ", "+"),
                "application/pdf",
                content, key);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        JsonNode uploads = lines().get(0).path("uploads");
        return uploads.get(uploads.size() - 1).path("uploadId").asString();
    }

    private Http.Reply review(String item, String verdict, String body) {
        return staff().post(path("/items/" + item + "/" + verdict), body);
    }

    private JsonNode lines() {
        return staff().get(path("/checklist")).body().path("lines");
    }

    private String path(String rest) {
        return "/v1/cases/" + caseId + rest;
    }

    private Http staff() {
        return Http.as(port, "tapachula:legal-officer");
    }

    private static byte[] pdf(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static boolean contains(byte[] hay, byte[] needle) {
        return new String(hay, StandardCharsets.ISO_8859_1).contains(new String(needle, StandardCharsets.ISO_8859_1));
    }
}
