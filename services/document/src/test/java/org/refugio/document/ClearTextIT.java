package org.refugio.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.RefugioTest;
import org.refugio.testkit.TestInfrastructure;
import org.refugio.testkit.TestNamespace;
import org.refugio.testkit.TopicRecords;
import org.refugio.testkit.canary.CanaryScan;
import org.refugio.testkit.canary.StoreDump;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Searches the store, the topics, the logs and the temporary files for personal data in plain form. */
@RefugioTest
@ExtendWith(OutputCaptureExtension.class)
class ClearTextIT {

    @LocalServerPort
    private int port;

    @Autowired
    private TestNamespace namespace;

    @Autowired
    private TopicRecords topics;

    @Autowired
    private Privacy privacy;

    @TempDir
    private Path dump;

    @Test
    void noContentNameDigestOrReviewIsStoredInPlainForm(CapturedOutput output)
            throws IOException, NoSuchAlgorithmException {
        OpenedCase opened = OpenedCase.create(privacy, topics, port);
        byte[] letter = "Testimonio de Kanariavogel, escrito en Tapachula. ".repeat(20_000)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(opened.staff().upload(opened.path("/items/identity-document/uploads"), "pasaporte%20Zitrone.txt",
                "text/plain", letter, "one").status()).isEqualTo(200);
        String upload = opened.newestUpload();
        assertThat(opened.staff().get(opened.path("/uploads/" + upload)).bytes()).isEqualTo(letter);
        assertThat(
                opened.staff().seeingNow(opened.path("/checklist")).post(opened.path("/items/identity-document/return"),
                        "{\"uploadId\":\"" + upload + "\",\"reason\":\"borroso zanahoria\"}").status())
                .isEqualTo(200);
        opened.staff().upload(opened.path("/items/identity-document/uploads"), "pasaporte%20Zitrone.exe",
                "text/plain", new byte[]{'M', 'Z', 0, 1, 2, 3}, "two");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(topics.read("document"))
                .filteredOn(each -> opened.caseId().equals(each.aggregate())).hasSizeGreaterThanOrEqualTo(3));
        StoreDump.write(TestInfrastructure.shared().mongodbUri(), namespace.prefix().replace('-', '_'), dump);
        Files.writeString(dump.resolve("topics"),
                topics.read("document").stream().map(TopicRecords.Found::toString).collect(Collectors.joining("\n")));
        Files.writeString(dump.resolve("log"), output.getAll());
        String digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(letter));
        assertThat(new CanaryScan("Kanariavogel", "Zitrone", "zanahoria", digest).scan(dump).findings()).isEmpty();
        assertThat(new CanaryScan(opened.caseId()).scan(dump).findings()).as("the scan covers the case")
                .isNotEmpty();
        assertThat(temporaryFiles()).noneMatch(each -> holds(each, "Kanariavogel"));
    }

    private static Stream<Path> temporaryFiles() throws IOException {
        return Files.list(Path.of(System.getProperty("java.io.tmpdir")))
                .filter(each -> each.getFileName().toString().matches("(tomcat|apache-tika|upload).*"));
    }

    /** Other processes remove their own temporary files meanwhile; a file that is gone holds nothing. */
    private static boolean holds(Path place, String canary) {
        try {
            return !new CanaryScan(canary).scan(place).findings().isEmpty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException) {
                return false;
            }
            throw e;
        }
    }
}
