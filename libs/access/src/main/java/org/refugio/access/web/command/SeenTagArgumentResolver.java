package org.refugio.access.web.command;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.refugio.messaging.command.EntityTag;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads from {@code If-Match} the {@link EntityTag} that the sender of a command saw. The use case compares it, in the same
 * write as the change. {@code *}, weak tags and lists do not tell what was seen.
 */
public final class SeenTagArgumentResolver implements HandlerMethodArgumentResolver {

    private static final Pattern STRONG_TAG = Pattern.compile("\"([^\"]*)\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == EntityTag.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest web,
            WebDataBinderFactory binders) {
        List<String> headers = Collections
                .list(web.getNativeRequest(HttpServletRequest.class).getHeaders(HttpHeaders.IF_MATCH));
        return Optional.of(headers).filter(each -> each.size() == 1)
                .map(each -> STRONG_TAG.matcher(each.getFirst().strip())).filter(Matcher::matches)
                .flatMap(tag -> EntityTag.parse(tag.group(1))).orElseThrow(SeenTagMissing::new);
    }
}
