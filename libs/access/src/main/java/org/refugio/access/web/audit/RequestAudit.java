package org.refugio.access.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.refugio.access.AccessCheckListener;
import org.refugio.access.Caller;
import org.refugio.access.MembershipProvider;
import org.refugio.access.Permission;
import org.refugio.access.web.security.RouteRule;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerMapping;

/** Collects the data of a request's audit entry while the request is processed: its trace, its caller and its checks. */
public final class RequestAudit implements AccessCheckListener {

    private static final String ATTRIBUTE = RequestAudit.class.getName();

    private final String traceId;
    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private volatile Caller caller;
    private volatile RouteRule rule;
    private volatile String changedObject;
    private volatile List<String> shown = List.of();

    RequestAudit(String traceId) {
        this.traceId = traceId;
    }

    /** The audit of the request; null for a request outside of {@code /v1/}. */
    public static RequestAudit of(HttpServletRequest request) {
        return (RequestAudit) request.getAttribute(ATTRIBUTE);
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The trace id, which is the support code. */
    public String traceId() {
        return traceId;
    }

    /**
     * The caller, read from the access token at the first call.
     *
     * @throws InsufficientAuthenticationException when the request has no token
     */
    public Caller caller(MembershipProvider memberships) {
        if (caller == null) {
            if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
                throw new InsufficientAuthenticationException("No token");
            }
            caller = new Caller(token.getName(), memberships.of(token.getToken()), this);
        }
        return caller;
    }

    /** The caller, or null when no rule has asked for it. */
    public Caller callerIfKnown() {
        return caller;
    }

    /** Sets the rule of the route that the request reached. */
    public void setRule(RouteRule routeRule) {
        rule = routeRule;
    }

    RouteRule rule() {
        return rule;
    }

    void setChangedObject(String aggregate) {
        changedObject = aggregate;
    }

    /** The id of the aggregate that a command created or changed, or null. */
    String changedObject() {
        return changedObject;
    }

    /**
     * Sets what a list without ids in its path has shown.
     *
     * @param selection how it was selected, without personal data
     */
    public void setShown(String selection, List<String> ids) {
        shown = Stream.concat(Stream.of(selection), ids.stream()).toList();
    }

    List<String> shown() {
        return shown;
    }

    /** Whether the route should have checked the office of an object and did not. */
    boolean lacksOfficeCheck(HttpServletRequest request) {
        return rule instanceof RouteRule.Staff(Permission _, boolean anyOffice) && !anyOffice && checks.isEmpty()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> ids
                && !ids.isEmpty();
    }

    List<Check> checks() {
        return checks;
    }

    @Override
    public void checked(Permission permission, String office, Verdict verdict) {
        checks.add(new Check(permission, office, verdict));
    }

    record Check(Permission permission, String office, Verdict verdict) {}
}
