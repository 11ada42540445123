package org.refugio.launcher.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationHomeTest {

    @TempDir
    Path folder;

    @AfterEach
    void usualDisk() {
        System.clearProperty("refugio.least-free-mb");
    }

    @Test
    void keysAreTheirOwnersAlone() throws Exception {
        InstallationHome home = new InstallationHome(folder, folder.resolve("home"), 8600);
        home.prepare();
        Path key = InstallationSecrets.masterKey(home);
        assertThat(Files.getPosixFilePermissions(key)).extracting(Object::toString)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        assertThat(Files.size(key)).isEqualTo(96);
        byte[] first = Files.readAllBytes(key);
        InstallationSecrets.masterKey(home);
        assertThat(Files.readAllBytes(key)).as("a key is made once").isEqualTo(first);
    }

    @Test
    void aFolderThatCannotBeWrittenSaysWhatToDo() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new InstallationHome(folder, file.resolve("home"), 8600).prepare())
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("REFUGIO_HOME");
    }

    @Test
    void tooLittleDiskLeavesNothingBehind() {
        System.setProperty("refugio.least-free-mb", Long.toString(Long.MAX_VALUE));
        assertThatThrownBy(() -> new InstallationHome(folder, folder.resolve("deep/home"), 8600).prepare())
                .isInstanceOf(LauncherException.class).hasMessageContaining("too little disk");
        assertThat(folder.resolve("deep")).doesNotExist();
    }

    @Test
    void aPortThatIsNoneIsSaid() {
        assertThatThrownBy(() -> InstallationHome.from(Map.of("REFUGIO_PORT_BASE", "eighty")))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("REFUGIO_PORT_BASE").hasMessageContaining("eighty");
    }
}
