package org.refugio.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.refugio.access.Applicant;
import org.refugio.access.Capabilities;
import org.refugio.access.Capability;
import org.refugio.access.Forbidden;
import org.refugio.access.Memberships;
import org.refugio.access.Permission;
import org.refugio.access.ServiceCredential;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Stands before every handler method under {@code /v1} and denies what carries no rule. */
final class RouteGuard implements HandlerInterceptor {

    private final Memberships memberships;
    private final ServiceCredential credential;
    private final ObjectProvider<Capabilities> capabilities;

    RouteGuard(Memberships memberships, ServiceCredential credential, ObjectProvider<Capabilities> capabilities) {
        this.memberships = memberships;
        this.credential = credential;
        this.capabilities = capabilities;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            RouteRule rule = RouteRule.of(method);
            Exchange.of(request).ruledBy(rule);
            switch (rule) {
                case RouteRule.Staff(Permission permission, boolean _) -> requireStaff(request, permission);
                case RouteRule.Applicants _ -> requireApplicant(request);
                case RouteRule.Services _ -> requireService(request);
                case RouteRule.Everybody _ -> {
                    // the description of the interface holds nothing of anybody
                }
                case RouteRule.Undecided _ -> denyWhoever(request);
            }
        }
        return true;
    }

    private void denyWhoever(HttpServletRequest request) {
        Exchange.of(request).caller(memberships); // so that the trail says who
        throw new AccessDeniedException("The route has no rule");
    }

    private void requireStaff(HttpServletRequest request, Permission permission) {
        if (!Exchange.of(request).caller(memberships).mayAnywhere(permission)) {
            throw new Forbidden(permission);
        }
    }

    private void requireApplicant(HttpServletRequest request) {
        Capabilities known = capabilities.getIfAvailable();
        Applicant applicant = Optional.ofNullable(request.getHeader(Capability.HEADER))
                .flatMap(token -> known == null ? Optional.empty() : known.verify(token))
                .orElseThrow(CapabilityRefused::new);
        request.setAttribute(Applicant.class.getName(), applicant);
    }

    private void requireService(HttpServletRequest request) {
        if (!credential.matches(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            throw new ServiceRefused();
        }
    }
}
