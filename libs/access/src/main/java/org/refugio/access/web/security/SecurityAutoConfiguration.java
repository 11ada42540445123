package org.refugio.access.web.security;

import java.util.List;
import org.refugio.access.AccessSettings;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.StandardProblem;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;

/** Verifies access tokens and denies by default. */
@AutoConfiguration(beforeName = "org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration")
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
class SecurityAutoConfiguration {

    /** Contacts the issuer when the first token arrives, so that a service can start before the identity provider. */
    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(Environment environment, AccessSettings settings) {
        String issuer = environment.getRequiredProperty("refugio.issuer");
        JwtTimestampValidator times = new JwtTimestampValidator(settings.clockSkew());
        return new RememberedTokens(new SupplierJwtDecoder(() -> {
            NimbusJwtDecoder decoder = NimbusJwtDecoder.withIssuerLocation(issuer)
                    .restOperations(IdentityProviderRequests.operations()).build();
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(times, new JwtIssuerValidator(issuer),
                    new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                            audiences -> audiences != null && audiences.contains(settings.audience()))));
            return decoder;
        }), times);
    }

    /** Spans and timers of every filter of a request would need several percent of a service's processor time. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** The credentials by path; {@link RouteAuthorizationInterceptor} then checks the rule of each route. */
    @Bean
    SecurityFilterChain serviceRoutes(HttpSecurity http, ProblemWriter problems, AccessSettings settings) {
        JwtAuthenticationConverter person = new JwtAuthenticationConverter();
        person.setPrincipalClaimName(settings.subjectClaim());
        person.setJwtGrantedAuthoritiesConverter(_ -> List.of());
        return http.csrf(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Customizer.withDefaults())
                .authorizeHttpRequests(routes -> routes
                        .requestMatchers(EndpointRequest.to("health", "prometheus")).permitAll()
                        .requestMatchers("/v1/openapi", "/v1/openapi.yaml", "/error").permitAll()
                        .requestMatchers("/v1/applicant/**", "/v1/internal/**").permitAll()
                        .requestMatchers("/v1/**").authenticated()
                        .anyRequest().denyAll())
                .oauth2ResourceServer(
                        tokens -> tokens.jwt(jwt -> jwt.jwtAuthenticationConverter(person))
                                .authenticationEntryPoint((request, response, _) -> {
                                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                                    problems.write(request, response, StandardProblem.NOT_SIGNED_IN);
                                }))
                .exceptionHandling(e -> e.accessDeniedHandler(
                        (request, response, _) -> problems.write(request, response, StandardProblem.NOT_ALLOWED)))
                .build();
    }
}
