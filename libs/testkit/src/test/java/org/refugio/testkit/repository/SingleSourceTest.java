package org.refugio.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Kinds of appointment, and the names of steps, documents and languages, are data of {@code libs/procedure} alone. */
class SingleSourceTest {

    private static final Path DATA = RepositoryFiles.root().resolve("libs/procedure/src/main/resources");
    private static final Pattern NAMES = Pattern
            .compile("(?m)^(a\\.)?(item|step|kind|language|own-name)\\.[\\w-]+=");

    @Test
    void noServiceComparesAKindOfAppointment() {
        List<String> kinds = kinds();
        assertThat(kinds).contains("CONSULTATION", "AUTHORITY_INTERVIEW");
        for (String ending : List.of(".java", ".html")) {
            assertThat(files(ending)).isNotEmpty().allSatisfy(file -> assertThat(namesAKind(kinds)).as(file.toString())
                    .rejects(RepositoryFiles.text(file)));
        }
    }

    @Test
    void noTextOfAPageNamesAStepADocumentAKindOrALanguage() {
        assertThat(files(".properties")).hasSizeGreaterThan(5)
                .allSatisfy(file -> assertThat(RepositoryFiles.text(file)).doesNotContainPattern(NAMES));
    }

    @Test
    void aComparisonAndANameAreFound() {
        assertThat(namesAKind(kinds())).accepts("if (kind.equals(\"CONSULTATION\")) {",
                "th:if=\"${kind == 'FOLLOW_UP'}\"").rejects("case CONSULTATION_ROOM ->", "Step.FOLLOW_UP");
        assertThat("kind.FOLLOW_UP=Seguimiento").containsPattern(NAMES);
        assertThat("a.item.photographs=Foto").containsPattern(NAMES);
    }

    private static Predicate<String> namesAKind(List<String> kinds) {
        return Pattern.compile(kinds.stream().map(each -> "[\"']" + each + "[\"']").collect(Collectors.joining("|")))
                .asPredicate();
    }

    private static List<String> kinds() {
        return Pattern.compile("(?m)^  - id: (\\w+)$").matcher(RepositoryFiles.text(DATA.resolve("process.yaml")))
                .results().map((MatchResult each) -> each.group(1)).toList();
    }

    private static List<Path> files(String ending) {
        return RepositoryFiles.files(ending).stream()
                .filter(each -> each.toString().matches(".*/services/\\w+/src/main/.*")).toList();
    }
}
