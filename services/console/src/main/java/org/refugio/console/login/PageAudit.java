package org.refugio.console.login;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Pattern;
import org.refugio.access.Caller;
import org.refugio.access.Permission;
import org.refugio.access.audit.AuditEntry;
import org.refugio.access.audit.AuditEntry.Outcome;
import org.refugio.access.audit.AuditTrail;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The audit entries of pages: checks of access, denials, and the reasons of acts. Commands and the objects that
 * they change are recorded by the services, too.
 */
@Component
public class PageAudit {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private static final String DENIED = PageAudit.class.getName();

    private final AuditTrail trail;

    PageAudit(AuditTrail trail) {
        this.trail = trail;
    }

    /** The check of access to an object of an office. */
    void checked(HttpServletRequest request, String who, Permission permission, String office, Outcome outcome) {
        if (outcome != Outcome.ALLOWED) {
            request.setAttribute(DENIED, true);
        }
        append(request, who, permission.name(), object(request), office, outcome);
    }

    /** A page that was denied; a check of an office that denied it has recorded that already. */
    public void denied(HttpServletRequest request, Outcome outcome) {
        if (request.getAttribute(DENIED) != null) {
            return;
        }
        String who = request.getAttribute(StaffUser.ATTRIBUTE) instanceof StaffUser staff
                ? staff.caller().id()
                : "unknown";
        append(request, who, "", object(request), "", outcome);
    }

    /**
     * An act, before the service is asked for it.
     *
     * @param reason one of the reasons that the form offers: no words of a person
     */
    public void acted(Caller caller, Permission permission, String office, String reason) {
        HttpServletRequest request = current();
        append(request, caller.id(), permission.name(), object(request) + ",reason:" + idOnly(reason), office,
                Outcome.ALLOWED);
    }

    private void append(HttpServletRequest request, String who, String permission, String object, String office,
            Outcome outcome) {
        trail.append(new AuditEntry(who, permission,
                request.getMethod() + " " + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                object, office, outcome, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                MDC.get("traceId") == null ? "" : MDC.get("traceId")));
    }

    private static HttpServletRequest current() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }

    private static String object(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> ids
                ? String.join(",", ids.values().stream().map(String::valueOf).map(PageAudit::idOnly).sorted().toList())
                : "";
    }

    /** What a caller wrote in the place of an id may be anything, also personal data. */
    private static String idOnly(String id) {
        return ID.matcher(id).matches() ? id : "?";
    }
}
