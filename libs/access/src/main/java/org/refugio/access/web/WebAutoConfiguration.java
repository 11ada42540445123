package org.refugio.access.web;

import java.util.List;
import org.refugio.access.AccessSettings;
import org.refugio.access.MembershipProvider;
import org.refugio.access.audit.AuditTrail;
import org.refugio.access.capability.CapabilityResolver;
import org.refugio.access.service.ServiceCredential;
import org.refugio.access.web.audit.AuditedRequestFilter;
import org.refugio.access.web.audit.CreatedObjectAdvice;
import org.refugio.access.web.audit.RequestAuditRecorder;
import org.refugio.access.web.command.CommandKeyArgumentResolver;
import org.refugio.access.web.command.SeenTagArgumentResolver;
import org.refugio.access.web.problem.ProblemExceptionHandler;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.ReaderLanguageResolver;
import org.refugio.access.web.security.CallerArgumentResolver;
import org.refugio.access.web.security.RouteAuthorizationInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Protects the routes of a service. The console, whose users have a session, sets {@code refugio.access.guard=false}. */
@AutoConfiguration(before = WebMvcAutoConfiguration.class)
@ConditionalOnProperty(name = "refugio.access.guard", matchIfMissing = true)
@Import({ProblemExceptionHandler.class, CreatedObjectAdvice.class})
class WebAutoConfiguration {

    /** Before the filters of Spring Security (-100) and after those of tracing. */
    private static final int BEFORE_SECURITY = -110;

    /** The console has its own, for pages. */
    @Bean
    @ConditionalOnMissingBean(name = DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
    LocaleResolver localeResolver() {
        return new ReaderLanguageResolver();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json, LocaleResolver languages) {
        return new ProblemWriter(json, languages);
    }

    @Bean
    RequestAuditRecorder auditRecorder(AuditTrail trail) {
        return new RequestAuditRecorder(trail);
    }

    @Bean
    FilterRegistrationBean<AuditedRequestFilter> auditedRequestFilter(ProblemWriter problems,
            RequestAuditRecorder recorder,
            AccessSettings settings) {
        FilterRegistrationBean<AuditedRequestFilter> filter = new FilterRegistrationBean<>(
                new AuditedRequestFilter(problems, recorder, (int) settings.largestBody().toBytes()));
        filter.setOrder(BEFORE_SECURITY);
        return filter;
    }

    @Bean
    RouteAuthorizationInterceptor routeAuthorization(MembershipProvider memberships, ServiceCredential credential,
            ObjectProvider<CapabilityResolver> capabilities) {
        return new RouteAuthorizationInterceptor(memberships, credential, capabilities);
    }

    @Bean
    WebMvcConfigurer accessWebMvc(RouteAuthorizationInterceptor authorization, MembershipProvider memberships,
            ServiceCredential credential) {
        return new WebMvcConfigurer() {

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(authorization).addPathPatterns("/v1/**");
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver(memberships));
                resolvers.add(new CommandKeyArgumentResolver(credential));
                resolvers.add(new SeenTagArgumentResolver());
            }
        };
    }
}
