package org.refugio.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.privacy.masterkey.MasterKey;
import org.refugio.privacy.masterkey.MasterKeyInvalid;

class MasterKeyTest {

    @TempDir
    Path folder;

    private Path file(int size, String permissions) throws IOException {
        Path file = Files.write(folder.resolve("key"), new byte[size]);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void readsAKeyThatOnlyItsOwnerCanAccess() throws IOException {
        Path file = file(96, "rw-------");
        assertThatCode(() -> MasterKey.read(file)).doesNotThrowAnyException();
    }

    @Test
    void reportsTheMissingSetting() {
        assertThatThrownBy(() -> MasterKey.read(null)).isInstanceOf(MasterKeyInvalid.class)
                .hasMessageContaining("REFUGIO_KEY_FILE");
    }

    @Test
    void reportsAMissingFile() {
        assertThatThrownBy(() -> MasterKey.read(folder.resolve("none"))).isInstanceOf(MasterKeyInvalid.class)
                .hasMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, 95, 97})
    void rejectsAFileOfAnotherSize(int size) throws IOException {
        Path file = file(size, "rw-------");
        assertThatThrownBy(() -> MasterKey.read(file)).isInstanceOf(MasterKeyInvalid.class).hasMessageContaining("96");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"})
    void rejectsAFileThatIsAccessibleToOthers(String permissions) throws IOException {
        Path file = file(96, permissions);
        assertThatThrownBy(() -> MasterKey.read(file)).isInstanceOf(MasterKeyInvalid.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void aServiceWhoseMasterKeyIsNotTheVaultsDoesNotStart() throws Exception {
        try (MemoryVault vault = new MemoryVault()) {
            vault.service();
            Path other = MemoryVault.keyFile(96);
            assertThatThrownBy(() -> vault.service(other, Duration.ofSeconds(60)))
                    .isInstanceOf(MasterKeyInvalid.class);
            assertThat(Files.deleteIfExists(other)).isTrue();
        }
    }
}
