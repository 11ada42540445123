package org.refugio.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.e2e.UnexpectedResult;

/** The Chromium of the system; nothing is downloaded. */
final class ChromiumBrowser implements AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;
    private final String root;

    ChromiumBrowser(String root) {
        this.root = root;
        this.playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // as root, for instance in a container, Chromium has no sandbox; it only opens pages of this system
        this.browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable())
                .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    /** A browser without a session, with a window of this size. */
    Page fresh(ViewportSize size, String language) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(size.width(), size.height()).setLocale(language).setBaseURL(root));
        context.setDefaultTimeout(20_000);
        return context.newPage();
    }

    /** Signed in through the form of the identity provider. */
    Page signedIn(String user, ViewportSize size, String language) {
        Page page = fresh(size, language);
        page.navigate("/");
        page.locator("#username").fill(user);
        page.locator("#password").fill("refugio");
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(root) && !url.contains("/login/"));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path executable() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new UnexpectedResult("no Chromium: install it (for example: apt-get install chromium)"));
    }
}
