package org.refugio.testkit.canary;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryScanTest {

    private static final String CANARY = "Zébulon Kanariyòs";

    @TempDir
    Path folder;

    private void plant(byte[] bytes) throws IOException {
        Files.createDirectories(folder.resolve("deep/er"));
        Files.write(folder.resolve("deep/er/file.bin"), bytes);
    }

    private CanaryScan.Report scan() {
        return new CanaryScan(CANARY).scan(folder);
    }

    @Test
    void findsPlainText() throws IOException {
        plant(("{\"name\":\"" + CANARY + "\"}").getBytes(UTF_8));
        assertThat(scan().findings()).singleElement()
                .isEqualTo(new CanaryScan.Finding(folder.resolve("deep/er/file.bin"), 9, CANARY, "UTF-8"));
    }

    @Test
    void findsUtf16() throws IOException {
        plant(("x" + CANARY).getBytes(UTF_16LE));
        assertThat(scan().findings()).extracting(CanaryScan.Finding::form).contains("UTF-16LE");
        plant(("x" + CANARY).getBytes(UTF_16BE));
        assertThat(scan().findings()).extracting(CanaryScan.Finding::form).contains("UTF-16BE");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void findsBase64WithAnySurroundingText(int before) throws IOException {
        String text = "?".repeat(before) + CANARY + "~~";
        plant(Base64.getEncoder().encode(text.getBytes(UTF_8)));
        assertThat(scan().findings()).isNotEmpty();
        plant(Base64.getUrlEncoder().encode(text.getBytes(UTF_8)));
        assertThat(scan().findings()).isNotEmpty();
    }

    @Test
    void findsUrlEncodingAndJsonEscapes() throws IOException {
        plant(("GET /v1/cases?q=" + URLEncoder.encode(CANARY, UTF_8)).getBytes(UTF_8));
        assertThat(scan().findings()).extracting(CanaryScan.Finding::form).contains("URL-encoded");
        plant("\"Z\\u00e9bulon Kanariy\\u00f2s\"".getBytes(UTF_8));
        assertThat(scan().findings()).extracting(CanaryScan.Finding::form).contains("JSON escapes");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1048575, 1048570, 1048576, 2097150, 3000000})
    void findsItAtAnyOffsetOfALargeFile(int at) throws IOException {
        byte[] large = new byte[3_100_000];
        new Random(1).nextBytes(large);
        byte[] canary = CANARY.getBytes(UTF_8);
        System.arraycopy(canary, 0, large, at, canary.length);
        plant(large);
        assertThat(scan().findings()).singleElement().extracting(CanaryScan.Finding::offset).isEqualTo((long) at);
        assertThat(scan().bytes()).isEqualTo(large.length);
    }

    @Test
    void findsNothingInOtherData() throws IOException {
        byte[] large = new byte[3_000_000];
        new Random(2).nextBytes(large);
        plant(large);
        assertThat(scan().findings()).isEmpty();
        assertThat(scan().files()).isEqualTo(1);
    }

    @Test
    void rejectsACanaryThatCanOccurByChance() {
        assertThatThrownBy(() -> new CanaryScan("Ana")).isInstanceOf(IllegalArgumentException.class);
    }
}
