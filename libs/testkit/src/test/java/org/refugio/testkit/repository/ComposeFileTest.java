package org.refugio.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Compares the composition of containers with the code that it starts. */
class ComposeFileTest {

    @Test
    void theCompositionHasNoViolations() {
        assertThat(ComposeFile.violations(RepositoryFiles.text(RepositoryFiles.root().resolve("docker-compose.yml"))))
                .isEmpty();
    }

    @Test
    void violationsAreFound() throws IOException {
        try (var bad = getClass().getResourceAsStream("/repository/bad-compose.yml")) {
            assertThat(ComposeFile.violations(new String(bad.readAllBytes(), StandardCharsets.UTF_8)))
                    .containsExactlyInAnyOrder("intake depends on stoer, which does not exist",
                            "intake has the value of REFUGIO_MONGODB_URI in the file",
                            "intake connects to stoer, which does not exist", "intake has no cap_drop",
                            "intake has no healthcheck", "intake has no read_only",
                            "intake sets REFUGIO_KAFFKA, which it does not read",
                            "intake sets REFUGIO_SMPP_HOST, which it does not read",
                            "store has the value of MONGO_INITDB_ROOT_PASSWORD in the file",
                            "topics are created for [intake, letters], but the producers are [document, intake, notification, scheduling]");
        }
    }
}
