package org.refugio.procedure.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After an intended change run with {@code -Drefugio.process.write=true} and check the difference. */
class ProcessPictureTest {

    private static final CaseProcess PROCESS = CaseProcess.shipped();

    @Test
    void thePictureInTheDocumentsShowsTheTableOfTheCode() throws IOException {
        Path file = root().resolve("docs/images/process.svg");
        String now = new ProcessPicture(PROCESS).svg();
        if (Boolean.getBoolean("refugio.process.write")) {
            Files.writeString(file, now);
        }
        assertThat(file).hasContent(now);
    }

    @Test
    void anotherTableGivesAnotherPicture() {
        CaseProcess fewer = new CaseProcess(PROCESS.actions(), List.of(), PROCESS.deadlines(), PROCESS.kinds());
        assertThat(new ProcessPicture(fewer).svg()).isNotEqualTo(new ProcessPicture(PROCESS).svg())
                .doesNotContain("appointment booked");
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs"))) {
            at = at.getParent();
        }
        return at;
    }
}
