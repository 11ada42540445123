package org.refugio.access.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.refugio.access.MembershipProvider;
import org.refugio.access.Permission;
import org.refugio.access.PermissionDenied;
import org.refugio.access.capability.Applicant;
import org.refugio.access.capability.CapabilityResolver;
import org.refugio.access.capability.RequiresCapability;
import org.refugio.access.service.ServiceCredential;
import org.refugio.access.web.audit.RequestAudit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Checks the rule of every handler method below {@code /v1}; a method without a rule is denied. */
public final class RouteAuthorizationInterceptor implements HandlerInterceptor {

    private final MembershipProvider memberships;
    private final ServiceCredential credential;
    private final ObjectProvider<CapabilityResolver> capabilities;

    /** @param capabilities the resolver of a service that has routes for applicants */
    public RouteAuthorizationInterceptor(MembershipProvider memberships, ServiceCredential credential,
            ObjectProvider<CapabilityResolver> capabilities) {
        this.memberships = memberships;
        this.credential = credential;
        this.capabilities = capabilities;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            RouteRule rule = RouteRule.of(method);
            RequestAudit.of(request).setRule(rule);
            switch (rule) {
                case RouteRule.Staff(Permission permission, boolean _) -> requireStaff(request, permission);
                case RouteRule.Applicants _ -> requireApplicant(request);
                case RouteRule.Services _ -> requireService(request);
                case RouteRule.Public _ -> {
                    // the description of the API contains no data of cases
                }
                case RouteRule.Unspecified _ -> denyEveryone(request);
            }
        }
        return true;
    }

    private void denyEveryone(HttpServletRequest request) {
        RequestAudit.of(request).caller(memberships); // so that the audit entry contains the caller
        throw new AccessDeniedException("The route has no rule");
    }

    private void requireStaff(HttpServletRequest request, Permission permission) {
        if (!RequestAudit.of(request).caller(memberships).mayAnywhere(permission)) {
            throw new PermissionDenied(permission);
        }
    }

    private void requireApplicant(HttpServletRequest request) {
        CapabilityResolver resolver = capabilities.getIfAvailable();
        Applicant applicant = Optional.ofNullable(request.getHeader(RequiresCapability.HEADER))
                .flatMap(token -> resolver == null ? Optional.empty() : resolver.verify(token))
                .orElseThrow(CapabilityInvalid::new);
        request.setAttribute(Applicant.class.getName(), applicant);
    }

    private void requireService(HttpServletRequest request) {
        if (!credential.matches(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            throw new ServiceCredentialInvalid();
        }
    }
}
