package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.refugio.procedure.languages.Language;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;

class PageTextTest {

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        InputStream file = PageTextTest.class.getResourceAsStream("/text/" + name + ".properties");
        assertThat(file).as("text/%s.properties", name).isNotNull();
        try (var in = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    static List<String> ofStaff() {
        return others("staff", LanguageCapability.STAFF_PAGES);
    }

    static List<String> ofApplicants() {
        return others("applicant", LanguageCapability.APPLICANT_PAGES);
    }

    /** The file without a language is that of the fallback. */
    private static List<String> others(String pages, LanguageCapability capability) {
        return Languages.shipped().with(capability).stream().map(Language::tag)
                .filter(tag -> !tag.equals(Languages.shipped().fallback())).map(tag -> pages + "_" + tag).toList();
    }

    @ParameterizedTest
    @MethodSource("ofStaff")
    void staffHaveEveryTextInEveryLanguageOfTheRegistry(String name) throws IOException {
        assertThat(texts(name).keySet()).isEqualTo(texts("staff").keySet());
    }

    @ParameterizedTest
    @MethodSource("ofApplicants")
    void applicantsHaveEveryTextInEveryLanguageOfTheRegistry(String name) throws IOException {
        assertThat(texts(name).keySet()).isEqualTo(texts("applicant").keySet());
    }

    @Test
    void noTextIsInALanguageThatTheRegistryDoesNotHave() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(Path.of(PageTextTest.class.getResource("/text").toURI()))) {
            assertThat(files.map(each -> each.getFileName().toString().replace(".properties", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(List.of("staff", "applicant"), ofStaff(),
                            ofApplicants()).flatMap(List::stream).toList());
        }
    }
}
