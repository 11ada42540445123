package org.refugio.console.unsent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.refugio.console.login.BrowserCookie;
import org.refugio.console.login.LocalPage;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Keeps submitted forms that were not carried out, for the browser that sent them, in memory only, one for each page. A session
 * is no place for them: it may have ended, and another tab may begin a new one at any time. The page shows the form again,
 * filled, to the same user; nothing is sent until they press the button. A form comes from this console: its CSRF token was
 * verified, or the browser says that it was submitted by a page of the same origin.
 */
@Component
public class UnsentForms {

    static final Duration KEPT = Duration.ofMinutes(15);

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "lang", FormOrigin.PAGE, FormOrigin.USER);
    private static final int MAX_CHARACTERS = 50_000;
    private static final int MAX_CHARACTERS_OF_ALL = 16_000_000;

    private final Cache<Place, UnsentForm> kept;

    /** Where a form is shown again. */
    private record Place(String browser, String path) {

        static Optional<Place> of(HttpServletRequest request, String page) {
            return BrowserCookie.of(request).map(browser -> new Place(browser, LocalPage.path(page)));
        }
    }

    UnsentForms() {
        this(Ticker.systemTicker());
    }

    UnsentForms(Ticker time) {
        this.kept = Caffeine.newBuilder().ticker(time).expireAfterWrite(KEPT).maximumWeight(MAX_CHARACTERS_OF_ALL)
                .<Place, UnsentForm>weigher((_, form) -> 200 + form.characters()).build();
    }

    /**
     * Keeps the form of this request.
     *
     * @return the page that shows it again; empty when the request is not a form of a page, or was sent by a script of the page
     */
    public Optional<String> keep(HttpServletRequest request, Reason reason) {
        return request.getHeader("HX-Request") == null ? keepTyped(request, reason) : Optional.empty();
    }

    /** Also keeps what a script of the page has sent while the person was typing. */
    Optional<String> keepTyped(HttpServletRequest request, Reason reason) {
        if (!request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        return isFile(request) ? keepNotice(request, reason) : keepFields(request, reason);
    }

    /** To be called before a form is carried out. */
    public void forget(HttpServletRequest request) {
        if (request.getMethod().equals("POST") && request.getHeader("HX-Request") == null && !isFile(request)) {
            LocalPage.of(request.getParameter(FormOrigin.PAGE)).flatMap(page -> Place.of(request, page))
                    .ifPresent(kept::invalidate);
        }
    }

    private Optional<String> keepFields(HttpServletRequest request, Reason reason) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                fields.put(name, values[0]);
            }
        });
        UnsentForm form = new UnsentForm(fields, request.getParameter(FormOrigin.USER), reason);
        return form.user() == null || form.characters() > MAX_CHARACTERS
                ? Optional.empty()
                : LocalPage.of(request.getParameter(FormOrigin.PAGE)).flatMap(page -> put(request, page, form));
    }

    /** The bytes of a file are not kept: the page asks for it again. */
    private Optional<String> keepNotice(HttpServletRequest request, Reason reason) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).map(LocalPage::path).flatMap(LocalPage::of)
                .flatMap(page -> put(request, page, new UnsentForm(Map.of(), null, reason)));
    }

    private Optional<String> put(HttpServletRequest request, String page, UnsentForm form) {
        return Place.of(request, page).map(place -> {
            kept.put(place, form);
            return page;
        });
    }

    /**
     * What was kept of the page of this request for this user. It stays until the form is carried out, because a browser may ask
     * for the page more than once; after a change of the language it is handed out once.
     */
    public Optional<UnsentForm> take(HttpServletRequest request, String user) {
        Optional<Place> place = Place.of(request, request.getRequestURI());
        Optional<UnsentForm> found = place.map(kept::getIfPresent);
        Optional<UnsentForm> theirs = found.filter(form -> form.user() == null || form.user().equals(user));
        if (theirs.filter(form -> form.reason() != Reason.LANGUAGE && !form.fields().isEmpty()).isEmpty()) {
            place.ifPresent(kept::invalidate);
        }
        return theirs;
    }

    /** Whether a page of this console submitted the request, as the browser says; other browsers say nothing. */
    public static boolean isOfSameOrigin(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean isFile(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }
}
