package org.refugio.access.web;

import java.util.List;
import org.refugio.access.AccessSettings;
import org.refugio.access.CapabilityResolver;
import org.refugio.access.MembershipProvider;
import org.refugio.access.ServiceCredential;
import org.refugio.access.audit.AuditTrail;
import org.refugio.access.web.audit.AuditedRequestFilter;
import org.refugio.access.web.audit.CreatedObjectAdvice;
import org.refugio.access.web.audit.RequestAuditRecorder;
import org.refugio.access.web.command.CommandKeyArgumentResolver;
import org.refugio.access.web.problem.ProblemExceptionHandler;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.security.CallerArgumentResolver;
import org.refugio.access.web.security.RouteAuthorizationInterceptor;
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
@Import({ProblemExceptionHandler.class, CreatedObjectAdvice.class})
class WebAutoConfiguration {

    /** Before Spring Security's own filters (-100), after tracing's. */
    private static final int BEFORE_SECURITY = -110;

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    RequestAuditRecorder auditRecorder(AuditTrail trail) {
        return new RequestAuditRecorder(trail);
    }

    @Bean
    FilterRegistrationBean<AuditedRequestFilter> frontFilter(ProblemWriter problems, RequestAuditRecorder recorder,
            AccessSettings settings) {
        FilterRegistrationBean<AuditedRequestFilter> filter = new FilterRegistrationBean<>(
                new AuditedRequestFilter(problems, recorder, (int) settings.largestBody().toBytes()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    RouteAuthorizationInterceptor routeGuard(MembershipProvider memberships, ServiceCredential credential,
            ObjectProvider<CapabilityResolver> capabilities) {
        return new RouteAuthorizationInterceptor(memberships, credential, capabilities);
    }

    @Bean
    WebMvcConfigurer accessWebMvc(RouteAuthorizationInterceptor guard, MembershipProvider memberships,
            ServiceCredential credential) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(guard).addPathPatterns("/v1/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver(memberships));
                resolvers.add(new CommandKeyArgumentResolver(credential));
            }
        };
    }
}
