package org.refugio.console.unsent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.springframework.mock.web.MockHttpServletRequest;

class UnsentFormsTest {

    private static final Instant SENT = Instant.parse("2027-03-01T15:00:00Z");

    private final MockHttpServletRequest form = form("/cases/new", "u1");

    @Test
    void aFormIsKeptForAQuarterOfAnHour() {
        assertThat(forms(Duration.ZERO).keep(form, Reason.FAILED)).contains("/cases/new");
        assertThat(forms(UnsentForms.KEPT.minusSeconds(1)).take(page("/cases/new"), "u1")).isPresent();
        forms(Duration.ZERO).keep(form, Reason.FAILED);
        assertThat(forms(UnsentForms.KEPT).take(page("/cases/new"), "u1")).isEmpty();
    }

    @Test
    void itIsKeptForItsPageAndItsUserOnly() {
        forms(Duration.ZERO).keep(form, Reason.FAILED);
        assertThat(forms(Duration.ZERO).take(page("/cases/c1/contact"), "u1")).isEmpty();
        assertThat(forms(Duration.ZERO).take(page("/cases/new"), "u2")).isEmpty();
        assertThat(forms(Duration.ZERO).take(page("/cases/new"), "u1")).as("another user has seen the page").isEmpty();
    }

    @Test
    void neitherTheTokenNorMoreThanAFormIsKept() {
        form.setParameter("_csrf", "secret");
        forms(Duration.ZERO).keep(form, Reason.FAILED);
        assertThat(forms(Duration.ZERO).take(page("/cases/new"), "u1").orElseThrow().fields())
                .containsOnlyKeys("fullName");
        form.setParameter("fullName", "x".repeat(60_000));
        assertThat(forms(Duration.ZERO).keep(form, Reason.FAILED)).isEmpty();
    }

    private static UnsentForms forms(Duration later) {
        return new UnsentForms(Clock.fixed(SENT.plus(later), ZoneOffset.UTC));
    }

    private static MockHttpServletRequest form(String page, String user) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", page);
        request.setContentType("application/x-www-form-urlencoded");
        request.setParameter("fullName", "Marie");
        request.setParameter(FormOrigin.PAGE, page);
        request.setParameter(FormOrigin.USER, user);
        return request;
    }

    private MockHttpServletRequest page(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setSession(form.getSession());
        return request;
    }
}
