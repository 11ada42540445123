package org.refugio.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.refugio.privacy.Privacy;
import org.refugio.testkit.TopicRecords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The compressed bytes that a browser loads on its first visit of a page. */
@ConsoleTest
class PageWeightsIT {

    private static final int STAFF = 60 * 1024;
    private static final int APPLICANT = 30 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    TopicRecords records;

    @Autowired
    Privacy privacy;

    @BeforeEach
    void oneCase() {
        SampleCase.arrives(records, privacy);
        await().untilAsserted(
                () -> assertThat(new PageBrowser(port).get("/cases/c1").body()).contains("Cita agendada"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/today", "/cases", "/cases/new", "/cases/c1", "/cases/c1/book", "/board", "/messages",
            "/operations", "/api", "/cases/c1/record/submission", "/appointments/a1/move",
            "/appointments/a1/cancel", "/cases/c1/opt-out/end", "/operations/discarded"})
    void aStaffPageIsLight(String path) {
        PageWeight weight = PageWeight.of(port, path);
        assertThat(weight.files()).as("the page with its style and its script").hasSizeGreaterThanOrEqualTo(3);
        weight.atMost(STAFF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a/some-link?lang=es", "/a/some-link?lang=ht", "/a/some-link?lang=fr"})
    void anApplicantsPageIsLighterAndHasNoScript(String path) {
        PageWeight weight = PageWeight.of(port, path);
        weight.atMost(APPLICANT);
        assertThat(weight.files().keySet()).noneMatch(file -> file.contains(".js"));
        assertThat(new PageBrowser(port).get(path).body()).doesNotContainIgnoringCase("<script")
                .doesNotContain("javascript:")
                .doesNotContainPattern("\\son[a-z]+=");
    }

    @Test
    void aFatPageIsFound() {
        FakeServices.SHARED.says("GET /fat", "<link rel=\"stylesheet\" href=\"/fat.css\"><p>thin</p>");
        FakeServices.SHARED.says("GET /fat.css", "a{}".repeat(STAFF));
        PageWeight fat = PageWeight.of(URI.create(FakeServices.SHARED.uri()).getPort(), "/fat");
        assertThatThrownBy(() -> fat.atMost(STAFF)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("/fat.css");
    }
}
