package org.refugio.console.unsent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.refugio.console.unsent.UnsentForm.Reason;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Keeps submitted forms that were not carried out in the session of the browser, in memory only, one for each page. The page
 * shows the form again, filled, to the same user; nothing is sent until they press the button. A form comes from this console:
 * its CSRF token was verified, or the browser says that it was submitted by a page of the same origin.
 */
@Component
public class UnsentForms {

    static final Duration KEPT = Duration.ofMinutes(15);

    private static final String ATTRIBUTE = UnsentForms.class.getName() + ":";
    private static final Set<String> NOT_TYPED = Set.of("_csrf", "lang", FormOrigin.PAGE, FormOrigin.USER);
    private static final int MAX_CHARACTERS = 50_000;

    private final Clock clock;

    UnsentForms() {
        this(Clock.systemUTC());
    }

    UnsentForms(Clock clock) {
        this.clock = clock;
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
        HttpSession session = request.getSession(false);
        if (session != null && request.getMethod().equals("POST") && request.getHeader("HX-Request") == null
                && !isFile(request)) {
            local(request.getParameter(FormOrigin.PAGE))
                    .ifPresent(page -> session.removeAttribute(ATTRIBUTE + path(page)));
        }
    }

    private Optional<String> keepFields(HttpServletRequest request, Reason reason) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) {
                fields.put(name, values[0]);
            }
        });
        boolean fits = fields.values().stream().mapToInt(String::length).sum() <= MAX_CHARACTERS;
        String user = request.getParameter(FormOrigin.USER);
        return local(request.getParameter(FormOrigin.PAGE)).filter(_ -> fits && user != null)
                .map(page -> put(request, page, new UnsentForm(fields, user, clock.instant(), reason)));
    }

    /** The bytes of a file are not kept: the page asks for it again. */
    private Optional<String> keepNotice(HttpServletRequest request, Reason reason) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.REFERER)).map(UnsentForms::path)
                .flatMap(UnsentForms::local)
                .map(page -> put(request, page, new UnsentForm(Map.of(), null, clock.instant(), reason)));
    }

    private static String put(HttpServletRequest request, String page, UnsentForm form) {
        request.getSession().setAttribute(ATTRIBUTE + path(page), form);
        return page;
    }

    /**
     * What was kept of the page of this request for this user. It stays until the form is carried out, because a browser may ask
     * for the page more than once; after a change of the language it is handed out once.
     */
    public Optional<UnsentForm> take(HttpServletRequest request, String user) {
        HttpSession session = request.getSession(false);
        String name = ATTRIBUTE + request.getRequestURI();
        if (session == null || !(session.getAttribute(name) instanceof UnsentForm form)) {
            return Optional.empty();
        }
        boolean theirs = (form.user() == null || form.user().equals(user))
                && clock.instant().isBefore(form.at().plus(KEPT));
        if (!theirs || form.reason() == Reason.LANGUAGE || form.fields().isEmpty()) {
            session.removeAttribute(name);
        }
        return theirs ? Optional.of(form) : Optional.empty();
    }

    /** Whether a page of this console submitted the request, as the browser says; other browsers say nothing. */
    public static boolean isOfSameOrigin(HttpServletRequest request) {
        return "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    }

    private static boolean isFile(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }

    /** An address within this console only, so that nobody is led elsewhere. */
    private static Optional<String> local(String page) {
        return Optional.ofNullable(page)
                .filter(each -> each.matches("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]{0,2000}") && path(each) != null);
    }

    private static String path(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getRawPath();
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
