package org.refugio.console.gateway;

import org.apache.catalina.core.StandardHost;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.StandardProblem;
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
import tools.jackson.databind.json.JsonMapper;

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
    RequestRejectedHandler rejectedByTheFirewall(JsonMapper json) {
        return (request, response, _) -> new ProblemWriter(json).write(response, StandardProblem.BAD_REQUEST.body());
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> rejectedByTomcat() {
        return tomcat -> tomcat.addContextCustomizers(context -> ((StandardHost) context.getParent())
                .setErrorReportValveClass(UnreadablePathReport.class.getName()));
    }
}
