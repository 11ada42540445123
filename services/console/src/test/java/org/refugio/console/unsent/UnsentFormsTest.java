package org.refugio.console.unsent;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.refugio.console.login.BrowserCookie;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.springframework.mock.web.MockHttpServletRequest;

class UnsentFormsTest {

    private final AtomicLong nanoseconds = new AtomicLong();
    private final UnsentForms forms = new UnsentForms(nanoseconds::get);
    private final MockHttpServletRequest form = form("/cases/new", "u1");

    @Test
    void aFormIsKeptForAQuarterOfAnHour() {
        assertThat(forms.keep(form, Reason.FAILED)).contains("/cases/new");
        nanoseconds.addAndGet(Duration.ofMinutes(15).minusSeconds(1).toNanos());
        assertThat(forms.take(page("/cases/new"), "u1")).isPresent();
        nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(forms.take(page("/cases/new"), "u1")).isEmpty();
    }

    @Test
    void itIsKeptForItsPageAndItsUserOnly() {
        forms.keep(form, Reason.FAILED);
        assertThat(forms.take(page("/cases/c1/contact"), "u1")).isEmpty();
        assertThat(forms.take(page("/cases/new"), "u2")).isEmpty();
        assertThat(forms.take(page("/cases/new"), "u1")).as("another user has seen the page").isEmpty();
    }

    @Test
    void itIsKeptForItsBrowserOnly() {
        forms.keep(form, Reason.FAILED);
        MockHttpServletRequest elsewhere = page("/cases/new");
        elsewhere.setCookies(new Cookie(BrowserCookie.NAME, "b2"));
        assertThat(forms.take(elsewhere, "u1")).isEmpty();
        assertThat(forms.take(page("/cases/new"), "u1")).isPresent();
    }

    @Test
    void neitherTheTokenNorMoreThanAFormIsKept() {
        form.setParameter("_csrf", "secret");
        forms.keep(form, Reason.FAILED);
        assertThat(forms.take(page("/cases/new"), "u1").orElseThrow().fields()).containsOnlyKeys("fullName");
        form.setParameter("fullName", "x".repeat(60_000));
        assertThat(forms.keep(form, Reason.FAILED)).isEmpty();
    }

    private static MockHttpServletRequest form(String page, String user) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", page);
        request.setContentType("application/x-www-form-urlencoded");
        request.setCookies(new Cookie(BrowserCookie.NAME, "b1"));
        request.setParameter("fullName", "Marie");
        request.setParameter(FormOrigin.PAGE, page);
        request.setParameter(FormOrigin.USER, user);
        return request;
    }

    private static MockHttpServletRequest page(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setCookies(new Cookie(BrowserCookie.NAME, "b1"));
        return request;
    }
}
