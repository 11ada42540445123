package org.refugio.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OpenApiFileTest {

    private static final Path FILE = Path.of("service.json");

    @Test
    void acceptsTheSameText() {
        assertThatCode(() -> OpenApiFile.compare(FILE, "{\n}\n", "{\n}\n")).doesNotThrowAnyException();
    }

    @Test
    void reportsTheFirstDifferentLine() {
        assertThatThrownBy(() -> OpenApiFile.compare(FILE, "{\n  old\n}\n", "{\n  new\n}\n"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("Line 2").hasMessageContaining("old")
                .hasMessageContaining("new");
        assertThatThrownBy(() -> OpenApiFile.compare(FILE, "", "{\n}\n")).isInstanceOf(AssertionError.class);
    }
}
