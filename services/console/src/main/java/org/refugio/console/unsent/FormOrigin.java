package org.refugio.console.unsent;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.refugio.console.login.LocalPage;
import org.refugio.console.login.StaffUser;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.support.RequestDataValueProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/** Adds to every form the page that shows it and the user for whom it was made. */
@Configuration
class FormOrigin {

    static final String PAGE = "from-page";
    static final String USER = "from-user";

    /** Around the processor that adds the CSRF token. */
    @Bean
    static BeanPostProcessor formOriginProcessor() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof RequestDataValueProcessor token ? new Processor(token) : bean;
            }
        };
    }

    /** The page of a request; that of a submitted form is the page that showed the form. */
    static String page(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                ? UriComponentsBuilder.fromUriString(LocalPage.requested(request)).replaceQueryParam("lang").build()
                        .toString()
                : request.getParameter(PAGE);
    }

    private record Processor(RequestDataValueProcessor token) implements RequestDataValueProcessor {

        @Override
        public Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            Map<String, String> fields = new LinkedHashMap<>();
            Map<String, String> others = token.getExtraHiddenFields(request);
            if (others != null) {
                fields.putAll(others);
            }
            String page = page(request);
            StaffUser.ofRequest().filter(_ -> page != null).ifPresent(user -> {
                fields.put(PAGE, page);
                fields.put(USER, user.caller().id());
            });
            return fields;
        }

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return token.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(HttpServletRequest request, String name, String value, String type) {
            return token.processFormFieldValue(request, name, value, type);
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return token.processUrl(request, url);
        }
    }
}
