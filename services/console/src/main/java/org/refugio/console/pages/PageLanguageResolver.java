package org.refugio.console.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: the one chosen, else the first of the browser's that the page speaks, else Spanish. */
@Component("localeResolver")
class PageLanguageResolver implements LocaleResolver {

    private static final List<String> STAFF = List.of("es", "en");
    private static final List<String> APPLICANTS = List.of("es", "ht", "en", "fr", "pt");
    private static final String COOKIE = "refugio-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        List<String> spoken = request.getRequestURI().startsWith("/a/") ? APPLICANTS : STAFF;
        String asked = request.getParameter("lang");
        if (asked != null && spoken.contains(asked)) {
            return Locale.of(asked);
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (spoken == STAFF && cookie != null && spoken.contains(cookie.getValue())) {
            return Locale.of(cookie.getValue());
        }
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage).filter(spoken::contains)
                .findFirst().map(Locale::of).orElse(Locale.of("es"));
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        Cookie cookie = new Cookie(COOKIE, locale.getLanguage());
        cookie.setPath("/");
        cookie.setMaxAge(365 * 24 * 3600);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
