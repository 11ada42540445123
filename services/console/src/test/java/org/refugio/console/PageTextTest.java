package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(PageTextTest.class.getResourceAsStream("/text/" + name + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void staffHaveEveryWordInBothLanguages() throws IOException {
        assertThat(words("staff_en").keySet()).isEqualTo(words("staff").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ht", "en", "fr", "pt"})
    void applicantsHaveEveryWordInTheirs(String language) throws IOException {
        assertThat(words("applicant_" + language).keySet()).isEqualTo(words("applicant").keySet());
    }
}
