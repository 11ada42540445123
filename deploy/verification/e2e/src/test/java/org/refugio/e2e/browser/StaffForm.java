package org.refugio.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import org.awaitility.Awaitility;
import org.refugio.e2e.ApiClient;
import org.refugio.e2e.ApiResponse;
import tools.jackson.databind.JsonNode;

/** The forms of the console that send a command, each with the number of times that it took effect. */
enum StaffForm {

    INTAKE("/cases/new", "main #form .btn", "#fullName") {

        @Override
        void fill(Page page, Sample sample) {
            page.waitForResponse("**/cases/new/draft", () -> {
                page.fill("#fullName", sample.text());
                page.fill("#nationality", "HT");
                page.fill("#entryDate", sample.entryDate());
                page.check("#consentGiven");
            });
        }

        @Override
        long effects(Sample sample) {
            return sample.found();
        }

        /** Two tabs are two cases. */
        @Override
        Sample inSecondTab(Sample sample) {
            return sample.withText(new StringBuilder(sample.text()).reverse().toString());
        }

        @Override
        boolean isRefusedInASecondTab() {
            return false;
        }
    },

    CONTACT("/cases/{case}/contact", "main #form .btn", "#email") {

        @Override
        void fill(Page page, Sample sample) {
            page.fill("#email", sample.text() + "@example.org");
        }

        @Override
        long effects(Sample sample) {
            return sample.partOf("/api/intake/v1/cases/{case}", "contact") - sample.contactBefore();
        }
    },

    BOOKING("/cases/{case}/book", "main form:not(#form)[method=post] .btn", null) {

        @Override
        void fill(Page page, Sample sample) {
            // the first proposal is taken
        }

        /** The proposal has become the form that is filled by hand. */
        @Override
        void resend(Page page, Sample sample) {
            page.click("main #form .btn");
        }

        @Override
        long effects(Sample sample) {
            return sample.appointments();
        }
    },

    MOVE("/appointments/{appointment}/move", "main #form .btn", "#localStart") {

        @Override
        void fill(Page page, Sample sample) {
            page.fill("#localStart", sample.otherDate());
        }

        @Override
        long effects(Sample sample) {
            return sample.partOf("/api/scheduling/v1/appointments/{appointment}", "date") - sample.dateBefore();
        }
    },

    CANCEL("/cases/{case}", "form[action$='/cancel'] button", null) {

        @Override
        void fill(Page page, Sample sample) {
            // a button only
        }

        @Override
        long effects(Sample sample) {
            return sample.is("CANCELLED") ? 1 : 0;
        }
    },

    UPLOAD("/cases/{case}", "form[action*='/items/photographs/uploads'] button", null) {

        @Override
        void fill(Page page, Sample sample) {
            if (!page.locator("#file-photographs").isVisible()) {
                page.locator("details:has(#file-photographs) summary").click();
            }
            page.setInputFiles("#file-photographs", new FilePayload("foto.pdf", "application/pdf",
                    ("%PDF-1.7\n" + sample.text()).getBytes(StandardCharsets.UTF_8)));
        }

        /** The bytes of a file are not kept: it is chosen again. */
        @Override
        void resend(Page page, Sample sample) {
            fill(page, sample);
            send(page);
        }

        @Override
        long effects(Sample sample) {
            return sample.uploads();
        }

        /** The same bytes are stored once. */
        @Override
        boolean isRefusedInASecondTab() {
            return false;
        }
    },

    REVIEW("/cases/{case}/items/identity-document/waive", "main #form .btn", "#reason") {

        @Override
        void fill(Page page, Sample sample) {
            page.fill("#reason", sample.text());
        }

        @Override
        long effects(Sample sample) {
            return sample.isWaived("identity-document") ? 1 : 0;
        }
    };

    private final String path;
    private final String button;
    private final String typedInto;

    StaffForm(String path, String button, String typedInto) {
        this.path = path;
        this.button = button;
        this.typedInto = typedInto;
    }

    abstract void fill(Page page, Sample sample);

    /** The number of times that the form took effect, as the services say. */
    abstract long effects(Sample sample);

    boolean isRefusedInASecondTab() {
        return true;
    }

    /** What is typed into a second tab. */
    Sample inSecondTab(Sample sample) {
        return sample;
    }

    void open(Page page, Sample sample) {
        Awaitility.await().pollInSameThread().until(() -> {
            page.navigate(sample.in(path)); // the console may not know of the sample yet
            return button(page).count() > 0;
        });
    }

    Locator button(Page page) {
        return page.locator(button).first();
    }

    void send(Page page) {
        button(page).click();
    }

    /** Presses the button and waits for the next page. */
    void sendAndArrive(Page page) {
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && (answer.status() < 300 || answer.status() >= 400),
                () -> send(page));
        page.waitForLoadState(LoadState.LOAD);
    }

    /** Presses the button of the page that came back. */
    void resend(Page page, Sample sample) {
        send(page);
    }

    String key(Page page) {
        return button(page).evaluate("b => b.form.elements.key.value").toString();
    }

    /** What was typed is in the form of the page. */
    void assertTyped(Page page, Sample sample) {
        if (typedInto != null) {
            assertThat(page.inputValue(typedInto)).contains(this == MOVE
                    ? sample.otherDate()
                    : this == CONTACT ? sample.text() : sample.text());
        }
    }

    /** The effect is there; the browser has left the form, or shows the page again. */
    void awaitDone(Page page, Sample sample) {
        Awaitility.await().pollInSameThread().until(() -> effects(sample) >= 1);
        page.waitForLoadState(LoadState.LOAD);
    }

    /**
     * A case of its own with an appointment, for one test.
     *
     * @param text what is typed, in no other case
     * @param newStart at which nobody has another appointment
     */
    record Sample(ApiClient api, String caseId, String appointment, String text, LocalDateTime start,
            LocalDateTime newStart,
            long contactBefore,
            long dateBefore) {

        private static final String STAFF = "coordinator.tapachula";

        Sample withText(String other) {
            return new Sample(api, caseId, appointment, other, start, newStart, contactBefore, dateBefore);
        }

        String in(String pattern) {
            return pattern.replace("{case}", caseId).replace("{appointment}", String.valueOf(appointment));
        }

        String entryDate() {
            return start.minusDays(40).toLocalDate().toString();
        }

        String otherDate() {
            return newStart.toString();
        }

        /** The counter of a part of the entity tag. */
        long partOf(String resource, String part) {
            return part(api.get(STAFF, in(resource)).expect2xx().path("etag").asString(), part);
        }

        static long part(String tag, String part) {
            for (String each : tag.split(";")) {
                if (each.startsWith(part + "=")) {
                    return Long.parseLong(each.substring(part.length() + 1));
                }
            }
            throw new AssertionError("no part " + part + " in " + tag);
        }

        boolean is(String status) {
            return api.get(STAFF, in("/api/scheduling/v1/appointments/{appointment}")).expect2xx().path("state")
                    .asString().equals(status);
        }

        long appointments() {
            return api.get(STAFF, in("/api/scheduling/v1/appointments?office=tapachula&caseId={case}")).expect2xx()
                    .path("items").size();
        }

        /** The cases whose name is what was typed. */
        long found() {
            ApiResponse found = api.post(STAFF, "/api/intake/v1/cases/search", Map.of("text", text));
            return found.expect2xx().path("items").valueStream().count();
        }

        long uploads() {
            return item("photographs").path("uploads").size();
        }

        boolean isWaived(String item) {
            return item(item).path("state").asString().equals("WAIVED");
        }

        private JsonNode item(String item) {
            return api.get(STAFF, in("/api/document/v1/cases/{case}/checklist")).expect2xx().path("lines").valueStream()
                    .filter(each -> each.path("itemId").asString().equals(item)).findFirst().orElseThrow();
        }
    }
}
