package org.refugio.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFingerprintTest {

    @TempDir
    Path folder;

    private static String of(String... words) {
        return new InputFingerprint().of(List.of(words)).text();
    }

    @Test
    void theSameInputsGiveTheSameTextAndOthersAnother() {
        assertThat(of("a", "b")).isEqualTo(of("a", "b")).isNotEqualTo(of("b", "a")).isNotEqualTo(of("ab"));
        assertThat(of("a", "bc")).isNotEqualTo(of("ab", "c"));
    }

    @Test
    void aFileThatIsWrittenAgainCounts() throws Exception {
        Path file = Files.writeString(folder.resolve("realm.json"), "{}");
        String before = new InputFingerprint().ofFilesIn(folder).text();
        assertThat(new InputFingerprint().ofFilesIn(folder).text()).isEqualTo(before);
        Files.writeString(file, "{ }");
        assertThat(new InputFingerprint().ofFilesIn(folder).text()).isNotEqualTo(before);
    }
}
