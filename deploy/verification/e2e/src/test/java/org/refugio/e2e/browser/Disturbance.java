package org.refugio.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

/** What happens to people while they work. After each of them the form has had its effect once. */
enum Disturbance {

    /** Two tabs show the form; the second one is sent when the first has been. */
    TWO_TABS {

        @Override
        void submit(Page page, StaffForm form, FormSample sample) {
            Page other = page.context().newPage();
            FormSample second = form.inSecondTab(sample);
            form.open(other, second);
            form.fill(page, sample);
            form.fill(other, second);
            form.send(page);
            form.awaitDone(page, sample);
            form.sendAndArrive(other);
            if (form.isRefusedInASecondTab()) {
                other.locator(".govuk-error-summary").waitFor();
                form.assertTyped(other, second);
            }
            form.awaitDone(other, second);
            assertThat(form.effects(second)).isEqualTo(1);
            other.close();
        }
    },

    /** The session has ended when the form is sent. */
    SESSION_ENDED {

        @Override
        void submit(Page page, StaffForm form, FormSample sample) {
            form.fill(page, sample);
            endSession(page);
            sendTwice(page, form, sample);
        }
    },

    /** Another tab has signed in again when the form is sent. */
    SIGNED_IN_IN_ANOTHER_TAB {

        @Override
        void submit(Page page, StaffForm form, FormSample sample) {
            form.fill(page, sample);
            endSession(page);
            Page other = page.context().newPage();
            other.navigate("/today");
            other.close();
            sendTwice(page, form, sample);
        }
    },

    /** The network is gone when the form is sent, and comes back. */
    NETWORK_CUT {

        @Override
        void submit(Page page, StaffForm form, FormSample sample) {
            form.fill(page, sample);
            page.context().setOffline(true);
            form.send(page);
            page.locator("#lost").waitFor();
            form.assertTyped(page, sample);
            page.context().setOffline(false);
            form.send(page);
            form.awaitDone(page, sample);
        }
    },

    DOUBLE_CLICK {

        @Override
        void submit(Page page, StaffForm form, FormSample sample) {
            form.fill(page, sample);
            form.button(page).dblclick();
            form.awaitDone(page, sample);
        }
    },

    /** Back to the form after it was sent; where the page still has it, it is sent again. */
    BACK {

        @Override
        void submit(Page page, StaffForm form, FormSample sample) {
            form.fill(page, sample);
            String key = form.key(page);
            form.sendAndArrive(page);
            form.awaitDone(page, sample);
            page.goBack();
            if (form.button(page).count() > 0 && form.key(page).equals(key)) {
                form.sendAndArrive(page);
            }
        }
    };

    private static void endSession(Page page) {
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("refugio-session"));
    }

    /** The form comes back filled and has had no effect; the button is pressed again. */
    private static void sendTwice(Page page, StaffForm form, FormSample sample) {
        form.send(page);
        page.locator("#unsent").waitFor();
        assertThat(form.effects(sample)).as("effects before the button is pressed again").isZero();
        form.assertTyped(page, sample);
        form.resend(page, sample);
        form.awaitDone(page, sample);
    }

    abstract void submit(Page page, StaffForm form, FormSample sample);
}
