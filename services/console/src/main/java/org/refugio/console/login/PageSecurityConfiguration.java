package org.refugio.console.login;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/**
 * Defines which pages require a sign-in. Paths below {@code /v1} and the management port are configured by the library.
 */
@Configuration
class PageSecurityConfiguration {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self' ";

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AuthorizedClientManager clientManager(LazyClientRegistration registration,
            OAuth2AuthorizedClientRepository clients,
            OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshClient) {
        DefaultOAuth2AuthorizedClientManager manager = new DefaultOAuth2AuthorizedClientManager(registration, clients);
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .refreshToken(refresh -> refresh.clockSkew(java.time.Duration.ofSeconds(10))
                        .accessTokenResponseClient(refreshClient))
                .build());
        return manager;
    }

    /** Pages of applicants: no session, no script; the link is the credential. */
    @Bean
    @Order(2)
    SecurityFilterChain applicantRoutes(HttpSecurity http) {
        return http.securityMatcher("/a/**", "/assets/**").csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .contentSecurityPolicy(csp -> csp.policyDirectives("default-src 'none'; style-src 'self'; "
                                + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll()).build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain staffRoutes(HttpSecurity http, LazyClientRegistration registration,
            SignInAttempts attempts, OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeClient,
            @Value("${server.servlet.session.cookie.secure}") boolean secure,
            @Qualifier("signInAgain") AuthenticationEntryPoint signInAgain,
            @Qualifier("signInAgain") AccessDeniedHandler denied) {
        OidcClientInitiatedLogoutSuccessHandler out = new OidcClientInitiatedLogoutSuccessHandler(registration);
        out.setPostLogoutRedirectUri("{baseUrl}/");
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        return http
                .securityMatcher(new NegatedRequestMatcher(
                        new OrRequestMatcher(path.matcher("/v1/**"), EndpointRequest.toAnyEndpoint())))
                .csrf(csrf -> csrf.csrfTokenRepository(new CookieCsrfTokenRepository()))
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(POLICY + registration.issuerOrigin()))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authorizeHttpRequests(routes -> routes.requestMatchers("/error").permitAll().anyRequest()
                        .authenticated())
                .addFilterBefore(new BrowserCookie(secure), CsrfFilter.class)
                .requestCache(AbstractHttpConfigurer::disable)
                .oauth2Login(login -> login.loginPage(RequiresSignIn.ADDRESS)
                        .authorizationEndpoint(there -> there.authorizationRequestRepository(attempts))
                        .tokenEndpoint(there -> there.accessTokenResponseClient(codeClient))
                        .successHandler((request, response, _) -> response.sendRedirect(SignInAttempts.page(request)))
                        .failureHandler((request, response, _) -> SignInAttempts.begin(response,
                                SignInAttempts.page(request))))
                .logout(logout -> logout.deleteCookies(BrowserCookie.NAME).logoutSuccessHandler(out))
                .exceptionHandling(faults -> faults.authenticationEntryPoint(signInAgain).accessDeniedHandler(denied))
                .build();
    }
}
