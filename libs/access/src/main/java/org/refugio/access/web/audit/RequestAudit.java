package org.refugio.access.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.refugio.access.AccessCheckListener;
import org.refugio.access.Caller;
import org.refugio.access.MembershipProvider;
import org.refugio.access.Permission;
import org.refugio.access.web.security.RouteRule;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerMapping;

/** What is known of one request while it is answered: its trace, who calls, and what was checked. */
public final class RequestAudit implements AccessCheckListener {

    private static final String ATTRIBUTE = RequestAudit.class.getName();

    private final String traceId;
    private final List<Check> checks = new CopyOnWriteArrayList<>();
    private volatile Caller caller;
    private volatile RouteRule rule;
    private volatile String created;

    RequestAudit(String traceId) {
        this.traceId = traceId;
    }

    public static RequestAudit of(HttpServletRequest request) {
        return (RequestAudit) request.getAttribute(ATTRIBUTE);
    }

    void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    public String traceId() {
        return traceId;
    }

    public Caller caller(MembershipProvider memberships) {
        if (caller == null) {
            if (!(SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token)) {
                throw new InsufficientAuthenticationException("No token");
            }
            caller = new Caller(token.getName(), memberships.of(token.getToken()), this);
        }
        return caller;
    }

    public Caller callerIfKnown() {
        return caller;
    }

    public void ruledBy(RouteRule routeRule) {
        rule = routeRule;
    }

    RouteRule rule() {
        return rule;
    }

    void created(String aggregate) {
        created = aggregate;
    }

    /** The id of what a command made or changed, once it has answered. */
    String created() {
        return created;
    }

    /** Whether the route is about an object of some office, and never asked whose. */
    boolean forgotToCheck(HttpServletRequest request) {
        return rule instanceof RouteRule.Staff(Permission _, boolean anyOffice) && !anyOffice && checks.isEmpty()
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> ids
                && !ids.isEmpty();
    }

    List<Check> checks() {
        return checks;
    }

    @Override
    public void heard(Permission permission, String office, Verdict verdict) {
        checks.add(new Check(permission, office, verdict));
    }

    record Check(Permission permission, String office, Verdict verdict) {}
}
