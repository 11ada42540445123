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
import org.refugio.access.Applicant;
import org.refugio.access.audit.AuditEntry.Outcome;
import org.refugio.access.audit.AuditEntry;
import org.refugio.access.audit.AuditTrail;
import org.refugio.access.web.security.RouteRule;
import org.springframework.web.servlet.HandlerMapping;

/** Turns what is known of a request at the moment before its answer into an entry of the trail. */
public final class RequestAuditRecorder {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");

    private final AuditTrail trail;

    public RequestAuditRecorder(AuditTrail trail) {
        this.trail = trail;
    }

    /** Durable when it returns. Requests that reached no route, and what services ask each other, leave nothing. */
    void record(HttpServletRequest request, RequestAudit exchange, int status) {
        Outcome outcome = outcome(exchange, status);
        switch (exchange.rule()) {
            case null -> {
                // no route was reached: nothing was to be seen
            }
            case RouteRule.Everybody _ -> {
                // holds nothing of anybody
            }
            case RouteRule.Services _ when outcome == Outcome.ALLOWED -> {
                // the services' own traffic
            }
            case RouteRule rule -> trail.append(new AuditEntry(who(request, exchange), rule.text(),
                    request.getMethod() + " " + attribute(request, HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE),
                    object(request, exchange), offices(exchange), outcome, Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    exchange.traceId()));
        }
    }

    private static Outcome outcome(RequestAudit exchange, int status) {
        if (status < 400) {
            return Outcome.ALLOWED;
        }
        if (exchange.checks().stream().anyMatch(check -> check.verdict() == Verdict.NOT_THEIRS)) {
            return Outcome.NOT_THEIRS;
        }
        return switch (status) {
            case 401, 403 -> Outcome.FORBIDDEN;
            case 404 -> Outcome.NOT_THERE;
            default -> status < 500 ? Outcome.REFUSED : Outcome.FAILED;
        };
    }

    private static String who(HttpServletRequest request, RequestAudit exchange) {
        if (request.getAttribute(Applicant.class.getName()) instanceof Applicant applicant) {
            return "capability:" + applicant.capability();
        }
        return exchange.callerIfKnown() == null ? "unknown" : exchange.callerIfKnown().id();
    }

    private static String object(HttpServletRequest request, RequestAudit exchange) {
        if (exchange.created() != null) {
            return exchange.created();
        }
        Stream<?> inPath = request
                .getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        ? variables.values().stream()
                        : Stream.of();
        return Stream.concat(inPath, Stream.ofNullable(request.getParameter("caseId"))).map(String::valueOf)
                .map(id -> ID.matcher(id).matches() ? id : "?").collect(Collectors.joining("/"));
    }

    private static String offices(RequestAudit exchange) {
        List<String> offices = exchange.checks().stream().map(RequestAudit.Check::office).distinct().sorted().toList();
        return String.join(",", offices);
    }

    private static String attribute(HttpServletRequest request, String name) {
        return String.valueOf(request.getAttribute(name));
    }
}
