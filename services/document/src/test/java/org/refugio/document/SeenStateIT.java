package org.refugio.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestHttpClient;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Reviews of a document that has changed since the reviewer saw it. */
@RefugioTest
class SeenStateIT {

    private static final String LINE = "/items/identity-document/";

    @LocalServerPort
    private int port;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private Privacy privacy;

    private OpenedCase opened;
    private String upload;

    @BeforeEach
    void anUploadedDocument() {
        opened = OpenedCase.create(privacy, topics, port);
        opened.upload(OpenedCase.pdf(1000, 1), UUID.randomUUID().toString());
        upload = opened.newestUpload();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "return", "waive"})
    void aReviewDoesNotFallOnANewerFile(String verdict) {
        TestHttpClient stale = seeingNow();
        opened.upload(OpenedCase.pdf(1000, 2), UUID.randomUUID().toString());
        String before = checklist();
        TestHttpClient.Reply refused = stale.post(opened.path(LINE + verdict), body(verdict, opened.newestUpload()));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.body().path("type").asString()).endsWith(":line-changed-meanwhile");
        assertThat(refused.body().path("detail").asString())
                .startsWith("Ahora: por revisar; archivos: 2. Usted había visto: por revisar; archivos: 1.");
        assertThat(checklist()).isEqualTo(before);
        assertThat(opened.staff().seeing(refused.body().path("etag").asString())
                .post(opened.path(LINE + verdict), body(verdict, opened.newestUpload())).status()).isEqualTo(200);
    }

    @Test
    void aDecisionOfAnotherReviewerIsNotReplacedUnseen() {
        TestHttpClient both = seeingNow();
        assertThat(both.post(opened.path(LINE + "accept"), body("accept", upload)).status()).isEqualTo(200);
        TestHttpClient.Reply refused = both.post(opened.path(LINE + "return"), body("return", upload));
        assertThat(refused.status()).isEqualTo(412);
        assertThat(refused.body().path("detail").asString()).startsWith("Ahora: aceptado;");
        assertThat(checklist()).contains("ACCEPTED");
    }

    @Test
    void aChangeOfAnotherLineRefusesNothing() {
        TestHttpClient early = seeingNow();
        assertThat(early.post(opened.path("/items/photographs/waive"), body("waive", upload)).status()).isEqualTo(200);
        assertThat(early.post(opened.path(LINE + "accept"), body("accept", upload)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "return", "waive"})
    void aReviewThatDoesNotTellWhatWasSeenIsRefused(String verdict) {
        TestHttpClient.Reply refused = opened.staff().post(opened.path(LINE + verdict), body(verdict, upload));
        assertThat(refused.status()).isEqualTo(428);
        assertThat(refused.body().path("type").asString()).endsWith(":precondition-required");
    }

    @Test
    void theSameKeyGetsItsOutcomeAlthoughANewerFileHasArrived() {
        TestHttpClient first = seeingNow();
        String key = UUID.randomUUID().toString();
        TestHttpClient.Reply accepted = first.post(opened.path(LINE + "accept"), body("accept", upload), key);
        assertThat(accepted.status()).isEqualTo(200);
        opened.upload(OpenedCase.pdf(1000, 3), UUID.randomUUID().toString());
        assertThat(first.post(opened.path(LINE + "accept"), body("accept", upload), key)).isEqualTo(accepted);
    }

    @Test
    void ofConcurrentReviewsInViewOfTheSameStateOneWins() {
        TestHttpClient all = seeingNow();
        List<TestHttpClient.Reply> replies = IntStream.range(0, 8).boxed().toList().parallelStream()
                .map(n -> n % 2 == 0 ? "accept" : "return")
                .map(verdict -> all.post(opened.path(LINE + verdict), body(verdict, upload))).toList();
        assertThat(replies).filteredOn(each -> each.status() == 200).hasSize(1);
        assertThat(replies).filteredOn(each -> each.status() != 200)
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(412));
    }

    private TestHttpClient seeingNow() {
        return opened.staff().seeingNow(opened.path("/checklist"));
    }

    private String checklist() {
        return opened.staff().get(opened.path("/checklist")).body().toString();
    }

    private static String body(String verdict, String uploadId) {
        return switch (verdict) {
            case "accept" -> "{\"uploadId\":\"%s\"}".formatted(uploadId);
            case "return" -> "{\"uploadId\":\"%s\",\"reason\":\"borroso\"}".formatted(uploadId);
            default -> "{\"reason\":\"borroso\"}";
        };
    }
}
