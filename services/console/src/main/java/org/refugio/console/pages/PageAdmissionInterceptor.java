package org.refugio.console.pages;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.refugio.access.web.admission.AdmissionLimit;
import org.refugio.access.web.admission.RequestShare;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a page or a form for which the console has no place. It is an interceptor and not a filter because by then the
 * form was read and its token verified, so that what was typed can be kept. Not limited are the pages of operators and static
 * files; the gateway and the pages of applicants are limited by the places of the services that they call.
 */
@Configuration
class PageAdmissionInterceptor implements WebMvcConfigurer, AsyncHandlerInterceptor {

    private static final String SHARE = PageAdmissionInterceptor.class.getName();

    private final AdmissionLimit limit;

    PageAdmissionInterceptor(AdmissionLimit limit) {
        this.limit = limit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE).excludePathPatterns("/v1/**", "/a/**",
                "/api/*/**", "/assets/**", "/error", "/operations/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            RequestShare share = RequestShare.of(request);
            limit.enter(share);
            request.setAttribute(SHARE, share);
        }
        return true;
    }

    @Override
    public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response,
            Object handler) {
        leave(request);
    }

    @Override
    public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler,
            Exception failure) {
        leave(request);
    }

    private void leave(HttpServletRequest request) {
        if (request.getAttribute(SHARE) instanceof RequestShare share) {
            request.removeAttribute(SHARE);
            limit.leave(share);
        }
    }
}
