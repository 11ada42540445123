package org.refugio.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Templates, stylesheets and YAML are formatted like code; the numbers are those of the lines that have to be split. */
class FormatTest {

    private static final Path FIXTURES = RepositoryFiles.root().resolve("libs/testkit/src/test/resources/repository");

    @Test
    void templatesHaveOneElementALine() {
        check(files(".html"), TemplateFormat::violatingLines);
    }

    @Test
    void stylesheetsHaveOneDeclarationALine() {
        check(Stream.of(".css", ".scss").flatMap(ending -> files(ending).stream()).toList(),
                StylesheetFormat::violatingLines);
    }

    @Test
    void yamlHasOneKeyALine() {
        check(Stream.of(".yml", ".yaml").flatMap(ending -> files(ending).stream()).toList(),
                YamlFormat::violatingLines);
    }

    @Test
    void denseTemplatesAreFound() {
        assertThat(TemplateFormat.violatingLines(fixture("bad-format.html"))).containsExactly(1, 4, 7, 8, 11, 12, 13);
    }

    @Test
    void denseStylesheetsAreFound() {
        assertThat(StylesheetFormat.violatingLines(fixture("bad-format.css"))).containsExactly(2, 4, 5, 8, 11, 15);
    }

    @Test
    void denseYamlIsFound() {
        assertThat(YamlFormat.violatingLines(fixture("bad-format.yml"))).containsExactly(3, 5, 7, 10);
    }

    @Test
    void aRuleThatMatchesNoFileFails() {
        assertThatThrownBy(() -> check(List.of(), YamlFormat::violatingLines)).isInstanceOf(AssertionError.class);
    }

    private static void check(List<Path> files, Function<String, List<Integer>> rule) {
        assertThat(files).as("files to check").isNotEmpty();
        TreeMap<Path, List<Integer>> violations = new TreeMap<>();
        files.forEach(
                each -> violations.put(RepositoryFiles.root().relativize(each),
                        rule.apply(RepositoryFiles.text(each))));
        violations.values().removeIf(List::isEmpty);
        assertThat(violations).isEmpty();
    }

    private static List<Path> files(String ending) {
        return RepositoryFiles.files(ending).stream()
                .filter(each -> !each.getParent().equals(FIXTURES)).toList();
    }

    private static String fixture(String name) {
        return RepositoryFiles.text(FIXTURES.resolve(name));
    }
}
