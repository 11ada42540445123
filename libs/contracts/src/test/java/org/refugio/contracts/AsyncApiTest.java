package org.refugio.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** After an intended change, run it with {@code -Drefugio.asyncapi.write=true} and review the difference. */
class AsyncApiTest {

    @Test
    void theFileDescribesAllEvents() throws IOException {
        Path file = root().resolve("docs/asyncapi.yaml");
        String current = AsyncApi.text();
        if (Boolean.getBoolean("refugio.asyncapi.write")) {
            Files.writeString(file, current);
        }
        assertThat(file).hasContent(current);
    }

    @Test
    void theDescriptionContainsEveryWireName() {
        for (Class<?> producer : Published.producers().values()) {
            assertThat(Published.recordsOf(producer)).isNotEmpty().allSatisfy(
                    each -> assertThat(AsyncApi.text()).contains("    " + Published.wireName(each) + ":"));
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
