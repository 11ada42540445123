package org.refugio.console.gateway;

import org.refugio.access.web.problem.PageRequests;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The gateway keeps no session and checks no access: the services do. */
@Configuration
class GatewaySecurity {

    @Bean
    @Order(1)
    SecurityFilterChain gatewayRoutes(HttpSecurity http) {
        return http.securityMatcher("/api/*/**").csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll()).build();
    }

    /** Everything else is a page. */
    @Bean
    PageRequests pageRequests() {
        return request -> !request.getRequestURI().startsWith("/api/") && !request.getRequestURI().startsWith("/v1/");
    }
}
