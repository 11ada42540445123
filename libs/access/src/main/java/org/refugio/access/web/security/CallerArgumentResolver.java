package org.refugio.access.web.security;

import jakarta.servlet.http.HttpServletRequest;
import org.refugio.access.Caller;
import org.refugio.access.MembershipProvider;
import org.refugio.access.capability.Applicant;
import org.refugio.access.web.audit.RequestAudit;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves {@link Caller} and {@link Applicant} arguments of controller methods. */
public final class CallerArgumentResolver implements HandlerMethodArgumentResolver {

    private final MembershipProvider memberships;

    /** @param memberships the source of the caller's roles */
    public CallerArgumentResolver(MembershipProvider memberships) {
        this.memberships = memberships;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class || parameter.getParameterType() == Applicant.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest web,
            WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (parameter.getParameterType() == Caller.class) {
            return RequestAudit.of(request).caller(memberships);
        }
        Object applicant = request.getAttribute(Applicant.class.getName());
        if (applicant == null) {
            throw new CapabilityInvalid();
        }
        return applicant;
    }
}
