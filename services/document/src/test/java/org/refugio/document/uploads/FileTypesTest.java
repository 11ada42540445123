package org.refugio.document.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypesTest {

    private final FileTypes types = new FileTypes();

    static Stream<Arguments> heads() {
        return Stream.of(Arguments.of("%PDF-1.7 and so on", "application/pdf"),
                Arguments.of("\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF", "image/jpeg"),
                Arguments.of("\u0089PNG\r\n\u001a\n", "image/png"),
                Arguments.of("RIFF\u0010\u0000\u0000\u0000WEBPVP8 ", "image/webp"),
                Arguments.of("\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic", "image/heic"),
                Arguments.of("Vi lo que pasó.", "text/plain"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void theTypeIsDetectedFromTheFirstBytes(String head, String type) throws IOException {
        assertThat(detected(head)).isEqualTo(type);
        assertThat(types.isAccepted(type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html><script>alert(1)</script></html>", "PK\u0003\u0004zip", "MZ\u0090\u0000program",
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"})
    void activeContentIsNotAccepted(String head) throws IOException {
        assertThat(types.isAccepted(detected(head))).isFalse();
    }

    @Test
    void theStreamIsResetAfterDetection() throws IOException {
        BufferedInputStream in = new BufferedInputStream(
                new ByteArrayInputStream("%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        types.detect(in);
        assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("%PDF-1.7");
    }

    private String detected(String head) throws IOException {
        return types.detect(
                new BufferedInputStream(new ByteArrayInputStream(head.getBytes(StandardCharsets.ISO_8859_1))));
    }
}
