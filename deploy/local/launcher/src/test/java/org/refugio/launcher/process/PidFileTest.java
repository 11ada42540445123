package org.refugio.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refugio.launcher.installation.InstallationHome;

class PidFileTest {

    @TempDir
    Path folder;

    private InstallationHome home;

    @BeforeEach
    void prepare() {
        home = new InstallationHome(folder, folder.resolve("home"), 8600);
        home.prepare();
    }

    @Test
    void whatAnEarlierRunLeftIsEnded() throws Exception {
        Process left = new ProcessBuilder("sleep", "100").start();
        PidFile.write(home, "left", left.toHandle());
        PidFile.endLeftOvers(home);
        assertThat(left.waitFor()).isNotZero();
        assertThat(Files.list(home.run())).isEmpty();
    }

    @Test
    void aNumberThatWasGivenAgainIsLeftAlone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "100").start();
        try {
            Files.writeString(home.run().resolve("old.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");
            Files.writeString(home.run().resolve("torn.pid"), "");
            PidFile.endLeftOvers(home);
            assertThat(stranger.isAlive()).isTrue();
            assertThat(Files.list(home.run())).isEmpty();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
