package org.refugio.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.refugio.privacy.masterkey.MasterKey;

class BlindIndexTest {

    private static BlindIndex index() {
        try {
            Path file = MemoryVault.keyFile(96);
            BlindIndex index = new BlindIndex(MasterKey.read(file));
            Files.delete(file);
            return index;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({"José,jose", "MARÍA  LÓPEZ,maria lopez", "' Nadège ',nadege", "Ñandú,nandu"})
    void caseAccentsAndSpacesMakeNoDifference(String written, String typed) {
        BlindIndex index = index();
        assertThat(index.token("name", written)).isEqualTo(index.token("name", typed));
    }

    @Test
    void differentTextsAndFieldsHaveDifferentTokens() {
        BlindIndex index = index();
        assertThat(index.token("name", "Jose")).isNotEqualTo(index.token("name", "Josef"));
        assertThat(index.token("name", "Jose")).isNotEqualTo(index.token("phone", "Jose"));
    }

    @Test
    void anotherMasterKeyGivesDifferentTokens() {
        assertThat(index().token("name", "Jose")).isNotEqualTo(index().token("name", "Jose"));
    }

    @Test
    void aTokenHas22CharactersAndDoesNotContainTheText() {
        assertThat(index().token("name", "Jose")).hasSize(22).doesNotContainIgnoringCase("jose");
    }
}
