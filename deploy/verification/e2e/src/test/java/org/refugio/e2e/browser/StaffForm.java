package org.refugio.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.charset.StandardCharsets;
import org.awaitility.Awaitility;

/** The forms of the console that send a command, each with the number of times that it took effect. */
enum StaffForm {

    INTAKE("/cases/new", "main #form .govuk-button", "#fullName") {

        @Override
        void fill(Page page, FormSample sample) {
            // a draft is saved while a person types: it must not be under way when something happens to the session
            page.waitForResponse("**/cases/new/draft", () -> {
                page.fill("#fullName", sample.text());
                page.fill("#nationality", "HT");
                page.fill("#entryDate", sample.entryDate());
                page.check("#consentGiven");
            });
        }

        @Override
        long effects(FormSample sample) {
            return sample.found();
        }

        /** Two tabs are two cases. */
        @Override
        FormSample inSecondTab(FormSample sample) {
            return sample.withText(new StringBuilder(sample.text()).reverse().toString());
        }

        @Override
        boolean isRefusedInASecondTab() {
            return false;
        }
    },

    CONTACT("/cases/{case}/contact", "main #form .govuk-button", "#email") {

        @Override
        void fill(Page page, FormSample sample) {
            page.fill("#email", sample.text() + "@example.org");
        }

        @Override
        long effects(FormSample sample) {
            return sample.partOf("/api/intake/v1/cases/{case}", "contact") - sample.contactBefore();
        }
    },

    BOOKING("/cases/{case}/book", "main form:not(#form)[method=post] .govuk-button", null) {

        @Override
        void fill(Page page, FormSample sample) {
            // the first proposal is taken
        }

        /** The proposal has become the form that is filled by hand. */
        @Override
        void resend(Page page, FormSample sample) {
            page.click("main #form .govuk-button");
        }

        @Override
        long effects(FormSample sample) {
            return sample.appointments();
        }
    },

    MOVE("/appointments/{appointment}/move", "main #form .govuk-button", "#localStart") {

        @Override
        void fill(Page page, FormSample sample) {
            page.fill("#localStart", sample.otherDate());
        }

        @Override
        long effects(FormSample sample) {
            return sample.partOf("/api/scheduling/v1/appointments/{appointment}", "date") - sample.dateBefore();
        }
    },

    CANCEL("/appointments/{appointment}/cancel", "main #form .govuk-button", null) {

        @Override
        void fill(Page page, FormSample sample) {
            page.selectOption("#reason", "person-asked");
        }

        @Override
        long effects(FormSample sample) {
            return sample.is("CANCELLED") ? 1 : 0;
        }
    },

    UPLOAD("/cases/{case}", "form[action*='/items/photographs/uploads'] button", null) {

        @Override
        void fill(Page page, FormSample sample) {
            if (!page.locator("#file-photographs").isVisible()) {
                page.locator("details:has(#file-photographs) summary").click();
            }
            page.setInputFiles("#file-photographs", new FilePayload("foto.pdf", "application/pdf",
                    ("%PDF-1.7\n" + sample.text()).getBytes(StandardCharsets.UTF_8)));
        }

        /** The bytes of a file are not kept: it is chosen again. */
        @Override
        void resend(Page page, FormSample sample) {
            fill(page, sample);
            send(page);
        }

        @Override
        long effects(FormSample sample) {
            return sample.uploads();
        }

        /** The same bytes are stored once. */
        @Override
        boolean isRefusedInASecondTab() {
            return false;
        }
    },

    REVIEW("/cases/{case}/items/identity-document/waive", "main #form .govuk-button", "#reason") {

        @Override
        void fill(Page page, FormSample sample) {
            page.fill("#reason", sample.text());
        }

        @Override
        long effects(FormSample sample) {
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

    abstract void fill(Page page, FormSample sample);

    /** The number of times that the form took effect, as the services say. */
    abstract long effects(FormSample sample);

    boolean isRefusedInASecondTab() {
        return true;
    }

    /** What is typed into a second tab. */
    FormSample inSecondTab(FormSample sample) {
        return sample;
    }

    void open(Page page, FormSample sample) {
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
    void resend(Page page, FormSample sample) {
        send(page);
    }

    String key(Page page) {
        return button(page).evaluate("b => b.form.elements.key.value").toString();
    }

    /** What was typed is in the form of the page. */
    void assertTyped(Page page, FormSample sample) {
        if (typedInto != null) {
            assertThat(page.inputValue(typedInto)).contains(this == MOVE
                    ? sample.otherDate()
                    : this == CONTACT ? sample.text() : sample.text());
        }
    }

    /** The effect is there; the browser has left the form, or shows the page again. */
    void awaitDone(Page page, FormSample sample) {
        Awaitility.await().pollInSameThread().until(() -> effects(sample) >= 1);
        page.waitForLoadState(LoadState.LOAD);
    }
}
