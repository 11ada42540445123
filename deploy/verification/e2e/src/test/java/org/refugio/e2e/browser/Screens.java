package org.refugio.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A picture of every screen, as every role, at three sizes and in every language, to be looked at. It is no part of the suite:
 * {@code ./refugio test screens} writes the pictures to {@code target/screens}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Screens {

    private static final Path PICTURES = Path.of("target", "screens");
    private static final List<String> USERS = List.of("intake.tapachula", "legal.tapachula", "scheduler.tapachula",
            "interpreter.tapachula", "coordinator.tapachula", "admin.federation", "auditor.federation");

    private ConsoleTrial trial;

    @BeforeAll
    void start() {
        trial = ConsoleTrial.start("screens");
    }

    @AfterAll
    void stop() {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    void ofStaff() throws IOException {
        Map<String, String> screens = new LinkedHashMap<>(ConsoleScreens.ofStaff(trial.sample()));
        screens.putAll(ConsoleScreens.ofOperators());
        for (String user : USERS) {
            for (String language : List.of("es", "en")) {
                try (Page page = trial.chrome().signedIn(user, ViewportSize.DESK, language)) {
                    screens.forEach((name, path) -> picture(page, name, path, user.split("\\.")[0], language));
                }
            }
        }
        assertThat(pictures())
                .isGreaterThanOrEqualTo(USERS.size() * 2 * screens.size() * ViewportSize.LOOKED_AT.size());
    }

    @Test
    void ofApplicants() throws IOException {
        for (String language : List.of("es", "ht", "en", "fr", "pt")) {
            try (Page page = trial.chrome().fresh(ViewportSize.PHONE, language)) {
                ConsoleScreens.ofApplicants(trial.sample())
                        .forEach((name, path) -> picture(page, name, path + "?lang=" + language, "anyone", language));
            }
        }
        assertThat(pictures()).isGreaterThanOrEqualTo(5 * 2 * ViewportSize.LOOKED_AT.size());
    }

    private static void picture(Page page, String name, String path, String role, String language) {
        Response response = page.navigate(path);
        assertThat(response.status()).as("%s as %s", path, role).isLessThan(500);
        assertThat(page.locator("html").getAttribute("lang")).as("%s as %s", path, role).isEqualTo(language);
        for (ViewportSize size : ViewportSize.LOOKED_AT) {
            page.setViewportSize(size.width(), size.height());
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(PICTURES.resolve("%s-%s-%s-%s.png".formatted(name, role, language, size))));
        }
    }

    private static long pictures() throws IOException {
        try (Stream<Path> files = Files.list(PICTURES)) {
            return files.filter(each -> each.toString().endsWith(".png")).count();
        }
    }
}
