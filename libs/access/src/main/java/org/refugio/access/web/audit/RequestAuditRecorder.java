package org.refugio.access.web.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.refugio.access.AccessCheckListener.Verdict;
import org.refugio.access.audit.AuditEntry;
import org.refugio.access.audit.AuditEntry.Outcome;
import org.refugio.access.audit.AuditTrail;
import org.refugio.access.capability.Applicant;
import org.refugio.access.web.security.RouteRule;
import org.springframework.web.servlet.HandlerMapping;

/** Writes the audit entry of a request before its response is sent. */
public final class RequestAuditRecorder {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private final AuditTrail trail;

    /** @param trail the audit trail of the service */
    public RequestAuditRecorder(AuditTrail trail) {
        this.trail = trail;
    }

    /**
     * Writes the entry; it is durable when this returns. Requests that reached no route and allowed requests between services
     * are not recorded.
     */
    void record(HttpServletRequest request, RequestAudit audit, int status) {
        Outcome outcome = outcome(audit, status);
        switch (audit.rule()) {
            case null -> {
                // no route was reached, so no data was accessed
            }
            case RouteRule.Public _ -> {
                // contains no data of cases
            }
            case RouteRule.Services _ when outcome == Outcome.ALLOWED -> {
                // regular traffic between services
            }
            case RouteRule rule -> trail.append(new AuditEntry(who(request, audit), rule.text(),
                    request.getMethod() + " " + attribute(request, HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    object(request, audit), offices(audit), outcome, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    audit.traceId()));
        }
    }

    private static Outcome outcome(RequestAudit audit, int status) {
        if (status < 400) {
            return Outcome.ALLOWED;
        }
        if (audit.checks().stream().anyMatch(check -> check.verdict() == Verdict.OTHER_OFFICE)) {
            return Outcome.NOT_THEIRS;
        }
        return switch (status) {
            case 401, 403 -> Outcome.FORBIDDEN;
            case 404 -> Outcome.NOT_THERE;
            default -> status < 500 ? Outcome.REFUSED : Outcome.FAILED;
        };
    }

    private static String who(HttpServletRequest request, RequestAudit audit) {
        if (request.getAttribute(Applicant.class.getName()) instanceof Applicant applicant) {
            return "capability:" + applicant.capability();
        }
        return audit.callerIfKnown() == null ? "unknown" : audit.callerIfKnown().id();
    }

    private static String object(HttpServletRequest request, RequestAudit audit) {
        if (audit.changedObject() != null) {
            return audit.changedObject();
        }
        Stream<?> pathIds = request
                .getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        ? variables.values().stream()
                        : Stream.of();
        return Stream.of(pathIds, Stream.ofNullable(request.getParameter("caseId")), audit.shown().stream())
                .flatMap(ids -> ids).map(String::valueOf)
                .map(RequestAuditRecorder::idOnly).collect(Collectors.joining("/"));
    }

    /** What a caller wrote in the place of an id may be anything, also personal data. */
    private static String idOnly(String id) {
        return ID.matcher(id).matches() ? id : "?";
    }

    private static String offices(RequestAudit audit) {
        List<String> offices = audit.checks().stream().map(RequestAudit.Check::office).map(RequestAuditRecorder::idOnly)
                .distinct().sorted().toList();
        return String.join(",", offices);
    }

    private static String attribute(HttpServletRequest request, String name) {
        return String.valueOf(request.getAttribute(name));
    }
}
