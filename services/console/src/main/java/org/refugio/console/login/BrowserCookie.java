package org.refugio.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every browser a random cookie that outlives the sign-in. It ties to the browser what must survive a change of the
 * session: sign-ins in progress, one for each tab, and forms that wait for one.
 */
public final class BrowserCookie extends OncePerRequestFilter {

    public static final String NAME = "refugio-browser";

    private static final String ATTRIBUTE = BrowserCookie.class.getName();
    private static final int MAX_CHARACTERS = 64;

    private final StringKeyGenerator random = new Base64StringKeyGenerator(
            Base64.getUrlEncoder().withoutPadding(), 32);
    private final boolean secure;

    BrowserCookie(boolean secure) {
        this.secure = secure;
    }

    /** The value of this browser; empty on routes without sign-in. */
    public static Optional<String> of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String fresh ? Optional.of(fresh) : sent(request);
    }

    private static Optional<String> sent(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(each -> each.getName().equals(NAME))
                .map(Cookie::getValue).filter(each -> !each.isEmpty() && each.length() <= MAX_CHARACTERS).findFirst();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (sent(request).isEmpty()) {
            String fresh = random.generateKey();
            request.setAttribute(ATTRIBUTE, fresh);
            response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(NAME, fresh).path("/").httpOnly(true)
                    .secure(secure).sameSite("Lax").build().toString());
        }
        chain.doFilter(request, response);
    }
}
