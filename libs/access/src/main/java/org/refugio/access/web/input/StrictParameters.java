package org.refugio.access.web.input;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads query parameters: a number, a date and a constant have one form, as in {@link StrictJson}, and a route below
 * {@code /v1} has only the parameters that it declares, each once. A mistyped filter would otherwise list everything.
 */
public final class StrictParameters implements WebMvcConfigurer, HandlerInterceptor {

    private static final int AFTER_AUTHORIZATION = 1;
    private static final String NUMBER = "0|-?[1-9][0-9]{0,8}";

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, LocalDate.class, unlessEmpty(InputDates::date));
        registry.addConverter(String.class, LocalDateTime.class, unlessEmpty(InputDates::dateTime));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(AFTER_AUTHORIZATION);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Map<String, MethodParameter> declared = declared(method);
            if (request.getRequestURI().startsWith("/v1/")
                    && !method.getBeanType().getName().startsWith("org.springdoc")) {
                requireDeclared(request, declared);
            }
            declared.forEach((name, parameter) -> requireNumber(name, request.getParameter(name), parameter));
        }
        return true;
    }

    private static void requireDeclared(HttpServletRequest request, Map<String, MethodParameter> declared) {
        request.getParameterMap().forEach((name, values) -> {
            if (!declared.containsKey(name)) {
                throw new InvalidInput(name, InputRule.UNKNOWN_FIELD);
            }
            if (values.length > 1 && !Collection.class.isAssignableFrom(declared.get(name).getParameterType())) {
                throw new InvalidInput(name, InputRule.REPEATED_FIELD);
            }
        });
    }

    /** A converter would not suffice: when it fails, Spring tries its own, which reads {@code 0x1F} and other numerals. */
    private static void requireNumber(String name, String value, MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        if ((type == int.class || type == Integer.class) && value != null && !value.isEmpty()
                && !value.matches(NUMBER)) {
            throw InvalidInput.expecting(name, type);
        }
    }

    private static Map<String, MethodParameter> declared(HandlerMethod method) {
        Map<String, MethodParameter> found = new HashMap<>();
        for (MethodParameter parameter : method.getMethodParameters()) {
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null) {
                found.put(annotation.name().isEmpty() ? parameter.getParameter().getName() : annotation.name(),
                        parameter);
            }
        }
        return found;
    }

    private static <T> Converter<String, T> unlessEmpty(Function<String, T> reading) {
        return text -> text.isEmpty() ? null : reading.apply(text);
    }
}
