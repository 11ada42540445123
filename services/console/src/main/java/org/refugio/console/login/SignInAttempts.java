package org.refugio.console.login;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sign-ins in progress, in memory, each with the page to which it returns. Several tabs of a browser sign in independently of
 * each other: a session would keep the last attempt only.
 */
@Component
public class SignInAttempts implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    /** As long as the identity provider shows its form. */
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MAX_ATTEMPTS = 20_000;
    private static final String PAGE = "page";

    private final Cache<String, Attempt> attempts = Caffeine.newBuilder().expireAfterWrite(KEPT)
            .maximumSize(MAX_ATTEMPTS).build();

    private record Attempt(OAuth2AuthorizationRequest request, String browser, String page) {}

    /** Sends the browser to the identity provider, and from there to the page, unless its address is too long for a header. */
    public static void begin(HttpServletResponse response, String page) throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.sendRedirect(UriComponentsBuilder.fromPath(RequiresSignIn.ADDRESS)
                .queryParam(PAGE,
                        UriUtils.encode(LocalPage.of(page).orElse("/"), StandardCharsets.UTF_8))
                .build(true)
                .toUriString());
    }

    /** The page to which the sign-in of this request returns. */
    static String page(HttpServletRequest request) {
        return request.getAttribute(PAGE) instanceof String page ? page : "/";
    }

    @Override
    public void saveAuthorizationRequest(OAuth2AuthorizationRequest attempt, HttpServletRequest request,
            HttpServletResponse response) {
        BrowserCookie.of(request).ifPresent(browser -> attempts.put(attempt.getState(),
                new Attempt(attempt, browser, LocalPage.of(request.getParameter(PAGE)).orElse("/"))));
    }

    @Override
    public OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request).map(Attempt::request).orElse(null);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Attempt> found = find(request);
        found.ifPresent(attempt -> {
            attempts.invalidate(attempt.request().getState());
            request.setAttribute(PAGE, attempt.page());
        });
        return found.map(Attempt::request).orElse(null);
    }

    /** Only for the browser that began it, so that nobody is signed in as somebody else by a link. */
    private Optional<Attempt> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(OAuth2ParameterNames.STATE)).map(attempts::getIfPresent)
                .filter(each -> BrowserCookie.of(request).filter(each.browser()::equals).isPresent());
    }
}
