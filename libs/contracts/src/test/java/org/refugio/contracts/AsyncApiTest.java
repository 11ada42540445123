package org.refugio.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** After a wanted change run with {@code -Drefugio.asyncapi.write=true} and look at the difference. */
class AsyncApiTest {

    @Test
    void theFileDescribesTheEventsAsTheyAre() throws IOException {
        Path file = root().resolve("docs/asyncapi.yaml");
        String now = AsyncApi.text();
        if (Boolean.getBoolean("refugio.asyncapi.write")) {
            Files.writeString(file, now);
        }
        assertThat(file).hasContent(now);
    }

    @Test
    void everyWireNameIsInIt() {
        for (Class<?> producer : Published.producers().values()) {
            assertThat(Published.recordsOf(producer)).isNotEmpty().allSatisfy(
                    each -> assertThat(AsyncApi.text()).contains("    " + Published.wireName(each) + ":"));
        }
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs"))) {
            at = at.getParent();
        }
        return at;
    }
}
