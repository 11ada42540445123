package org.refugio.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.refugio.access.PermissionDenied;
import org.refugio.access.web.security.RouteRule;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Checks the rule of every page before it is rendered; a page without a rule is denied. */
@Configuration
class PageAuthorizationInterceptor implements WebMvcConfigurer, HandlerInterceptor, HandlerMethodArgumentResolver {

    private final StaffUserArgumentResolver staff;

    PageAuthorizationInterceptor(StaffUserArgumentResolver staff) {
        this.staff = staff;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/v1/**", "/a/**", "/api/*/**", "/error");
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && !method.hasMethodAnnotation(RequiresSignIn.class)) {
            if (!(RouteRule.of(method) instanceof RouteRule.Staff rule)) {
                throw new AccessDeniedException("The page has no rule");
            }
            if (!staff.of(request, response).may(rule.permission())) {
                throw new PermissionDenied(rule.permission());
            }
        }
        if (handler instanceof ResourceHttpRequestHandler && !request.getRequestURI().startsWith("/assets/")) {
            findUser(request, response);
        }
        return true;
    }

    /** The page about an unknown address has the menu of its user; it is the same for everybody. */
    private void findUser(HttpServletRequest request, HttpServletResponse response) {
        try {
            staff.of(request, response);
        } catch (AuthenticationException _) {
            // the next page leads to the sign-in
        }
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == StaffUser.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest web,
            WebDataBinderFactory binders) {
        return staff.of(web.getNativeRequest(HttpServletRequest.class),
                web.getNativeResponse(HttpServletResponse.class));
    }
}
