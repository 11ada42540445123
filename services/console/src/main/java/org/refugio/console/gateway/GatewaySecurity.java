package org.refugio.console.gateway;

import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/** The gateway keeps no session and checks no access: the services do. It rejects paths that cannot be read. */
@Configuration
class GatewaySecurity {

    @Bean
    @Order(1)
    SecurityFilterChain gatewayRoutes(HttpSecurity http) {
        return http.securityMatcher("/api/*/v1/**").csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(routes -> routes.anyRequest().permitAll()).build();
    }

    @Bean
    RequestRejectedHandler rejectedByTheFirewall() {
        return (request, response, _) -> {
            if (request.getRequestURI().startsWith("/api/")) {
                GatewayProblem.BAD_REQUEST.write(response);
            } else {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            }
        };
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> rejectedByTomcat() {
        return tomcat -> tomcat.addContextCustomizers(context -> ((StandardHost) context.getParent())
                .setErrorReportValveClass(UnreadablePathReport.class.getName()));
    }
}
