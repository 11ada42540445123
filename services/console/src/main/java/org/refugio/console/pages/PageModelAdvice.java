package org.refugio.console.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.refugio.console.login.StaffUser;
import org.refugio.console.services.ServiceRefusal;
import org.refugio.console.unsent.UnsentForms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The model attributes of every page: the user, and the static files under names that change with their content. */
@Configuration
class PageModelAdvice implements WebMvcConfigurer, HandlerInterceptor {

    private static final List<String> ASSETS = List.of("classpath:/assets/",
            "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/");

    private final LocaleResolver languages;
    private final UnsentForms unsent;

    PageModelAdvice(LocaleResolver languages, UnsentForms unsent) {
        this.languages = languages;
        this.unsent = unsent;
    }

    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**").addResourceLocations(ASSETS.toArray(String[]::new))
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true).addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).excludePathPatterns("/v1/**", "/api/*/**", "/assets/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameter("lang") != null && !request.getRequestURI().startsWith("/a/")) {
            languages.setLocale(request, response, languages.resolveLocale(request));
        }
        unsent.forget(request);
        return true;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
            ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.getModel().putIfAbsent("staff", request.getAttribute(StaffUser.class.getName()));
            page.getModel().putIfAbsent("here", request.getRequestURI());
            if (page.getModel().get("no") instanceof ServiceRefusal no) {
                response.setStatus(no.status());
                page.getModel().put("no", PageProblem.of(no));
            }
            if (page.getModel().get("no") instanceof PageProblem && response.getStatus() < 400) {
                response.setStatus(422);
            }
            if (request.getMethod().equals("GET")) {
                showUnsent(request, page.getModel());
            }
        }
    }

    private void showUnsent(HttpServletRequest request, Map<String, Object> model) {
        String user = StaffUser.ofRequest().map(each -> each.caller().id()).orElse(null);
        unsent.take(request, user).ifPresent(form -> {
            model.put("unsent", form.reason().text());
            if (model.get("form") instanceof PageForm empty) {
                model.put("form", empty.with(form.fields()));
            }
        });
    }
}
