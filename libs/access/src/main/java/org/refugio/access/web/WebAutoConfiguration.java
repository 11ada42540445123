package org.refugio.access.web;

import java.util.List;
import java.util.Set;
import org.apache.catalina.core.StandardHost;
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
import org.refugio.access.web.input.StrictJson;
import org.refugio.access.web.input.StrictParameters;
import org.refugio.access.web.problem.PageRequests;
import org.refugio.access.web.problem.ProblemExceptionHandler;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.ReadableRequestFilter;
import org.refugio.access.web.problem.ReaderLanguageResolver;
import org.refugio.access.web.problem.RejectedRequests;
import org.refugio.access.web.problem.StandardProblem;
import org.refugio.access.web.problem.UnreadableRequestValve;
import org.refugio.access.web.security.CallerArgumentResolver;
import org.refugio.access.web.security.RouteAuthorizationInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
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

    /** After the filter that sets the encoding, which is the first. */
    private static final int BEFORE_ALL_THAT_ASK_FOR_PARAMETERS = Ordered.HIGHEST_PRECEDENCE + 5;

    private static final Set<MediaType> OTHER_FORMATS = Set.of(MediaType.APPLICATION_YAML, MediaType.APPLICATION_CBOR,
            MediaType.APPLICATION_XML, MediaType.valueOf("application/x-jackson-smile"));

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

    /** The console has its own. */
    @Bean
    @ConditionalOnMissingBean
    PageRequests pageRequests() {
        return _ -> false;
    }

    @Bean
    RejectedRequests rejectedRequests(ProblemWriter problems, PageRequests pages) {
        return new RejectedRequests(problems, pages);
    }

    @Bean
    FilterRegistrationBean<ReadableRequestFilter> readableRequestFilter(RejectedRequests rejected,
            PageRequests pages) {
        FilterRegistrationBean<ReadableRequestFilter> filter = new FilterRegistrationBean<>(
                new ReadableRequestFilter(rejected, pages));
        filter.setOrder(BEFORE_ALL_THAT_ASK_FOR_PARAMETERS);
        return filter;
    }

    @Bean
    RequestRejectedHandler rejectedByTheFirewall(RejectedRequests rejected) {
        return (request, response, _) -> rejected.answer(request, response, StandardProblem.BAD_REQUEST);
    }

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> rejectedByTomcat(ProblemWriter problems,
            PageRequests pages) {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new UnreadableRequestValve(problems, pages));
            host.setErrorReportValveClass(UnreadableRequestValve.class.getName());
        });
    }

    @Bean
    StrictParameters strictParameters() {
        return new StrictParameters();
    }

    /** Requests are JSON only: the fields of another format would not be checked. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ServerHttpMessageConvertersCustomizer strictJson(JsonMapper json) {
        return converters -> converters.withJsonConverter(new JacksonJsonHttpMessageConverter(StrictJson.of(json)))
                .configureMessageConvertersList(all -> all.removeIf(
                        each -> each.getSupportedMediaTypes().stream().anyMatch(OTHER_FORMATS::contains)));
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
