package org.refugio.access.web;

import java.util.List;
import org.refugio.access.AccessSettings;
import org.refugio.access.Capabilities;
import org.refugio.access.Memberships;
import org.refugio.access.ServiceCredential;
import org.refugio.access.audit.AuditTrail;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Guards a service's routes. The console, whose users have a session, says {@code refugio.access.guard=false}. */
@AutoConfiguration
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
@Import({Problems.class, CreatedObject.class})
class WebAutoConfiguration {

    /** Before Spring Security's own filters (-100), after tracing's. */
    private static final int BEFORE_SECURITY = -110;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    AuditRecorder auditRecorder(AuditTrail trail) {
        return new AuditRecorder(trail);
    }

    @Bean
    FilterRegistrationBean<FrontFilter> frontFilter(ProblemWriter problems, AuditRecorder recorder,
            AccessSettings settings) {
        FilterRegistrationBean<FrontFilter> filter = new FilterRegistrationBean<>(
                new FrontFilter(problems, recorder, (int) settings.largestBody().toBytes()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    RouteGuard routeGuard(Memberships memberships, ServiceCredential credential,
            ObjectProvider<Capabilities> capabilities) {
        return new RouteGuard(memberships, credential, capabilities);
    }

    @Bean
    WebMvcConfigurer accessWebMvc(RouteGuard guard, Memberships memberships, ServiceCredential credential) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard).addPathPatterns("/v1/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgument(memberships));
                resolvers.add(new CommandKeyArgument(credential));
            }
        };
    }
}
