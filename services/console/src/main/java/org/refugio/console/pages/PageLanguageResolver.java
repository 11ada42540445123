package org.refugio.console.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import org.refugio.procedure.languages.LanguageCapability;
import org.refugio.procedure.languages.Languages;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a page: the chosen one, else the first of the browser's languages that the page has, else the fallback. */
@Component("localeResolver")
class PageLanguageResolver implements LocaleResolver {

    private static final Languages LANGUAGES = Languages.shipped();
    private static final String COOKIE = "refugio-language";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        boolean staff = !request.getRequestURI().startsWith("/a/");
        LanguageCapability pages = staff ? LanguageCapability.STAFF_PAGES : LanguageCapability.APPLICANT_PAGES;
        String asked = request.getParameter("lang");
        if (LANGUAGES.can(asked, pages)) {
            return Locale.of(asked);
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (staff && cookie != null && LANGUAGES.can(cookie.getValue(), pages)) {
            return Locale.of(cookie.getValue());
        }
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage)
                .filter(each -> LANGUAGES.can(each, pages)).findFirst().map(Locale::of)
                .orElse(Locale.of(LANGUAGES.fallback()));
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
