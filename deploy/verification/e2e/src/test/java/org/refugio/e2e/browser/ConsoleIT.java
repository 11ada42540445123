package org.refugio.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every page of a running system. {@code -Drefugio.e2e.port-base=8600} uses an installation that is already running;
 * pictures of all pages are written to {@code target/screens}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleIT {

    private static final int STAFF_BYTES = 60 * 1024;
    private static final int APPLICANT_BYTES = 30 * 1024;
    private static final Pattern WORDLESS = Pattern.compile("\\?\\?\\S*|\\b(?!COMAR)[A-Z]{4,}(_[A-Z0-9]+)*\\b");
    private static final String WIDER = "() => document.documentElement.scrollWidth - innerWidth";

    private ConsoleTrial trial;
    private SampleData sample;
    private ChromiumBrowser chrome;

    @BeforeAll
    void start() {
        trial = ConsoleTrial.start("browser");
        sample = trial.sample();
        chrome = trial.chrome();
    }

    @AfterAll
    void stop() {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    void staffPagesAreAccessibleFitEveryWindowAndStayStill() {
        List<String> wrong = new ArrayList<>();
        for (String language : List.of("es-MX", "en-GB")) {
            Page page = chrome.signedIn("legal.tapachula", ViewportSize.DESK, language);
            ConsoleScreens.ofStaff(sample)
                    .forEach((name, path) -> look(page, name + "-" + language.substring(0, 2), path, wrong));
            page.context().close();
        }
        Page operator = chrome.signedIn("admin.federation", ViewportSize.DESK, "es-MX");
        look(operator, "operations-es", "/operations", wrong);
        operator.context().close();
        Page interpreter = chrome.signedIn("interpreter.tapachula", ViewportSize.DESK, "es-MX");
        look(interpreter, "today-interpreter", "/today", wrong);
        look(interpreter, "board-interpreter", "/board", wrong);
        interpreter.context().close();
        assertThat(wrong).isEmpty();
    }

    @Test
    void theApplicantsPageIsAccessibleAndFitsEveryWindowInEveryLanguage() {
        List<String> wrong = new ArrayList<>();
        Page page = chrome.fresh(ViewportSize.PHONE, "ht");
        for (String language : List.of("es", "ht", "en", "fr", "pt")) {
            look(page, "applicant-" + language, sample.link() + "?lang=" + language, wrong);
        }
        look(page, "applicant-expired", "/a/not-a-link", wrong);
        page.context().close();
        assertThat(wrong).isEmpty();
    }

    @Test
    void anInaccessiblePageAndAWidePageAreFound() {
        Page page = chrome.fresh(ViewportSize.NARROWEST, "es");
        page.setContent(
                "<html><body><img src='data:,'><input><p style='width:900px;color:#ddd;background:#fff'>Un texto que nadie lee</p></body></html>");
        assertThat(violations(page)).contains("image-alt", "label", "html-has-lang", "color-contrast");
        assertThat((int) page.evaluate(WIDER)).isPositive();
        page.context().close();
    }

    @Test
    void pagesAreLightOnAFirstVisit() {
        Map<String, Integer> staff = new LinkedHashMap<>();
        Page page = chrome.signedIn("legal.tapachula", ViewportSize.DESK, "es-MX");
        ConsoleScreens.ofStaff(sample).forEach((name, path) -> staff.put(name, NetworkTraffic.bytes(page, path)));
        page.context().close();
        System.out.println("bytes of staff pages: " + staff);
        assertThat(staff.values()).allMatch(bytes -> bytes > 1_000 && bytes <= STAFF_BYTES);
        Page phone = chrome.fresh(ViewportSize.PHONE, "ht");
        int applicant = NetworkTraffic.bytes(phone, sample.link());
        phone.context().close();
        System.out.println("bytes of an applicant's page: " + applicant);
        assertThat(applicant).isBetween(1_000, APPLICANT_BYTES);
    }

    @Test
    void aCaseIsOpenedAndBookedWithTheKeyboardAlone() {
        Page intake = chrome.fresh(ViewportSize.DESK, "es-MX");
        intake.navigate("/");
        KeyboardUser keys = new KeyboardUser(intake).to("#username").type("intake.tapachula").to("#password")
                .type("refugio").enter();
        intake.waitForURL("**/today");
        keys.to("main a[href='/cases/new']").enter().to("#fullName").type("Wideline Pierre").to("#callName")
                .type("Wideline").to("#language").type("criollo").to("#nationality").type("HT").to("#phone")
                .type("+529620001122").to("#entryDate").type("1010" + LocalDate.now().minusYears(1).getYear())
                .to("#consentGiven").press("Space")
                .to("#sms").press("Space").to("main #form .govuk-button").enter();
        intake.waitForURL("**/cases/*/book*");
        String reference = intake.locator(".moj-identity-bar a").first().innerText().split(" ")[0];
        assertThat(reference).startsWith("TAP-");
        intake.context().close();

        Page scheduler = chrome.fresh(ViewportSize.DESK, "en-GB");
        scheduler.navigate("/");
        keys = new KeyboardUser(scheduler).to("#username").type("scheduler.tapachula").to("#password").type("refugio")
                .enter();
        scheduler.waitForURL("**/today");
        keys.to("nav a[href='/cases']").enter().to("#q").type(reference);
        scheduler.locator("#found a", new Page.LocatorOptions().setHasText(reference)).waitFor();
        keys.to("#found a").enter().to("main a[href$='/book']").enter();
        keys.to("main form[method=post] button.govuk-button").enter();
        scheduler.waitForURL("**/cases/*");
        scheduler.getByText("Booked").first().waitFor();
        assertThat(scheduler.locator("h1").innerText()).contains(reference, "Wideline");
        scheduler.context().close();
    }

    /** The forms of the staff, under what happens to people while they work. */
    @TestFactory
    Stream<DynamicTest> typedWorkSurvives() {
        Page page = chrome.signedIn("coordinator.tapachula", ViewportSize.DESK, "es-MX");
        return Stream.of(StaffForm.values()).flatMap(form -> Stream.of(Disturbance.values())
                .map(disturbance -> DynamicTest.dynamicTest(form + " under " + disturbance, () -> {
                    FormSample own = sample.forOneForm(form != StaffForm.BOOKING);
                    form.open(page, own);
                    disturbance.submit(page, form, own);
                    assertThat(form.effects(own)).isEqualTo(1);
                })));
    }

    @Test
    void theEndOfASessionWhileAPersonTypesBringsThePageBackWithWhatWasTyped() {
        Page page = chrome.signedIn("intake.tapachula", ViewportSize.DESK, "es-MX");
        List<String> questions = new ArrayList<>();
        page.onDialog(dialog -> {
            questions.add(dialog.type());
            dialog.accept();
        });
        page.navigate("/cases/new");
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("refugio-session"));
        page.locator("#fullName").pressSequentially("Wideline Pierre");
        page.locator("#unsent").waitFor();
        assertThat(page.inputValue("#fullName")).isEqualTo("Wideline Pierre");
        assertThat(questions).as("what was typed is kept: there is nothing to ask").isEmpty();
        page.context().close();
    }

    private static void look(Page page, String name, String path, List<String> wrong) {
        page.setViewportSize(ViewportSize.DESK.width(), ViewportSize.DESK.height());
        page.navigate(path);
        page.waitForLoadState(LoadState.LOAD);
        violations(page).forEach(rule -> wrong.add(name + ": " + rule));
        double moved = ((Number) page.evaluate("""
            () => performance.getEntriesByType('layout-shift').reduce((sum, e) => sum + e.value, 0)""")).doubleValue();
        if (moved > 0.01) {
            wrong.add(name + ": moves after it is painted, by " + moved);
        }
        Matcher bare = WORDLESS.matcher(page.innerText("body"));
        if (bare.find()) {
            wrong.add(name + ": has no words for " + bare.group());
        }
        for (ViewportSize size : ViewportSize.LOOKED_AT) {
            page.setViewportSize(size.width(), size.height());
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Path.of("target", "screens", name + "-" + size + ".png")));
        }
        page.setViewportSize(ViewportSize.NARROWEST.width(), ViewportSize.NARROWEST.height());
        int wider = (int) page.evaluate(WIDER);
        if (wider > 0) {
            wrong.add(name + ": is " + wider + " pixels wider than 320");
        }
        violations(page).forEach(rule -> wrong.add(name + " at 320: " + rule));
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page).analyze().getViolations().stream().map(Rule::getId).toList();
    }
}
