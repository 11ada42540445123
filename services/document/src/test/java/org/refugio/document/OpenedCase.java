package org.refugio.document;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.refugio.contracts.ContactConsent;
import org.refugio.contracts.IntakeEvent.CaseOpened;
import org.refugio.privacy.Privacy;
import org.refugio.privacy.Subject;
import org.refugio.procedure.Procedures;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;

/** A case of the office in Tapachula, opened as by intake, and files for it. */
record OpenedCase(String caseId, int port) {

    static OpenedCase create(Privacy privacy, TopicRecords topics, int port) {
        OpenedCase opened = new OpenedCase(UUID.randomUUID().toString().replace("-", ""), port);
        Subject subject = Subject.ofCase(opened.caseId());
        privacy.register(subject);
        topics.publish("intake", opened.caseId(), 1, event(opened.caseId(), privacy));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> opened.staff().get(opened.path("/checklist")).status() == 200);
        return opened;
    }

    static CaseOpened event(String caseId, Privacy privacy) {
        Subject subject = Subject.ofCase(caseId);
        return new CaseOpened(caseId, "tapachula", "TAP-0001", "America/Mexico_City", "ht",
                privacy.seal(subject, "{}"), privacy.seal(subject, "{}"), new ContactConsent(true, true),
                LocalDate.now(), Procedures.CURRENT, "someone", Instant.now());
    }

    TestHttpClient staff() {
        return TestHttpClient.as(port, "tapachula:coordinator");
    }

    String path(String rest) {
        return "/v1/cases/" + caseId + rest;
    }

    TestHttpClient.Reply upload(byte[] content, String key) {
        return staff().upload(path("/items/identity-document/uploads"), "a.pdf", "application/pdf", content, key);
    }

    String newestUpload() {
        var uploads = staff().get(path("/checklist")).body().path("lines").get(0).path("uploads");
        return uploads.get(uploads.size() - 1).path("uploadId").asString();
    }

    static byte[] pdf(int size, long seed) {
        byte[] content = new byte[size];
        new Random(seed).nextBytes(content);
        byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }
}
