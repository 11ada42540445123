package org.refugio.e2e.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import org.refugio.e2e.UnexpectedResult;

/** A user with a keyboard only, for whom the focus must always be visible. */
record KeyboardUser(Page page) {

    private static final int FAR = 120;
    private static final String IS_HERE = "s => document.activeElement !== null && document.activeElement.matches(s)";
    private static final String SEEN = """
        () => { const e = document.activeElement, s = getComputedStyle(e), b = e.getBoundingClientRect();
          return b.width > 0 && b.height > 0 && b.bottom > 0 && b.top < innerHeight
            && (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'); }""";

    /** Press Tab until this element is reached; every focused element must show its focus. */
    KeyboardUser to(String selector) {
        for (int i = 0; i < FAR; i++) {
            if ((boolean) page.evaluate(IS_HERE, selector)) {
                return this;
            }
            page.keyboard().press("Tab");
            if (!(boolean) page.evaluate("() => document.activeElement === document.body")
                    && !(boolean) page.evaluate(SEEN)) {
                throw new UnexpectedResult("the focus is not to be seen at "
                        + page.evaluate("() => document.activeElement.outerHTML") + " on " + page.url());
            }
        }
        throw new UnexpectedResult("Tab does not lead to " + selector + " on " + page.url());
    }

    KeyboardUser type(String text) {
        page.keyboard().type(text);
        return this;
    }

    KeyboardUser press(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Press Enter and wait for the next page. */
    KeyboardUser enter() {
        page.evaluate("() => { window.left = false; }");
        page.keyboard().press("Enter");
        page.waitForCondition(this::another);
        return this;
    }

    private boolean another() {
        try {
            return (boolean) page.evaluate("() => window.left === undefined && document.readyState === 'complete'");
        } catch (PlaywrightException betweenTwoPages) {
            return false;
        }
    }
}
