package org.refugio.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The composition of containers against the code that it starts. */
class ComposeFileTest {

    @Test
    void everythingThatItNamesIsThere() {
        assertThat(ComposeFile.faults(RepositoryFiles.text(RepositoryFiles.root().resolve("docker-compose.yml"))))
                .isEmpty();
    }

    @Test
    void whatIsNotThereIsFound() throws IOException {
        try (var bad = getClass().getResourceAsStream("/repository/bad-compose.yml")) {
            assertThat(ComposeFile.faults(new String(bad.readAllBytes(), StandardCharsets.UTF_8)))
                    .containsExactlyInAnyOrder("intake waits for stoer, which is not there",
                            "intake has its REFUGIO_MONGODB_URI in the file",
                            "intake calls stoer, which is not there", "intake has no cap_drop",
                            "intake has no healthcheck", "intake has no read_only",
                            "intake is told REFUGIO_KAFFKA, which it does not read",
                            "intake is told REFUGIO_SMPP_HOST, which it does not read",
                            "store has its MONGO_INITDB_ROOT_PASSWORD in the file",
                            "topics are made for [intake, letters], and not for [document, intake, notification, scheduling]");
        }
    }
}
