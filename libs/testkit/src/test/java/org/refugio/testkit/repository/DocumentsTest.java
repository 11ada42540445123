package org.refugio.testkit.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Links, pictures and names of tests in documents are valid. */
class DocumentsTest {

    private static final List<Path> DOCUMENTS = RepositoryFiles.files(".md");

    @Test
    void everyLinkHasATarget() {
        assertThat(DOCUMENTS).hasSizeGreaterThan(15);
        assertThat(DOCUMENTS).allSatisfy(
                each -> assertThat(DocumentLinks.broken(each, RepositoryFiles.text(each))).as(each.toString())
                        .isEmpty());
    }

    @Test
    void aBrokenLinkIsFound() {
        Path readme = RepositoryFiles.root().resolve("README.md");
        assertThat(DocumentLinks.broken(readme, """
            # Here it is
            [there](LICENSE) [gone](docs/gone.md) [here](#here-it-is) [no heading](#gone) [far](https://example.org/x)
            [half](docs/architecture.md#gone) <!-- [later](docs/images/later.png) --> `[code](x)`
            """)).containsExactly("docs/gone.md", "#gone", "docs/architecture.md#gone");
    }

    @Test
    void everyTestNamedInADocumentExists() {
        NamedTests tests = NamedTests.ofRepository();
        assertThat(DOCUMENTS).allSatisfy(
                each -> assertThat(tests.missing(RepositoryFiles.text(each))).as(each.toString()).isEmpty());
    }

    @Test
    void aMissingTestIsFound() {
        NamedTests tests = new NamedTests(Map.of("CrashTest", "void keepsAll() {", "CaseIT", "void opensACase() {"));
        assertThat(tests.missing("`CrashTest.keepsAll`, `CaseIT`, `.opensACase`, `*Test`, `.env`, `AUDIT`")).isEmpty();
        assertThat(tests
                .missing("`CrashTest.keepsSome`, `CaseIT.opensACase`, `.closesIt`, `PowerCutTest`, `PlugIT.pulled`"))
                .containsExactly("CrashTest.keepsSome", "CaseIT.closesIt", "PowerCutTest", "PlugIT");
    }

    @Test
    void everyPictureIsWellFormed() {
        assertThat(RepositoryFiles.files(".svg")).isNotEmpty().allSatisfy(each -> parse(RepositoryFiles.text(each)));
        assertThatThrownBy(() -> parse("<svg><text></svg>")).isInstanceOf(SAXException.class);
    }

    private static void parse(String xml) throws Exception {
        DocumentBuilder reader = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        reader.setErrorHandler(null); // the default one prints what the parser also throws
        reader.parse(new InputSource(new StringReader(xml)));
    }
}
