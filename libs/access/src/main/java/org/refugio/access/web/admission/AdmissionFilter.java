package org.refugio.access.web.admission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.refugio.access.web.TraceId;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.StandardProblem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a request for which there is no place before its token is verified and its body is read. A refused request has no
 * audit entry: it has read and changed nothing, and an entry would be a write to the store that is full. A response that is
 * streamed gives its place back when the stream begins.
 */
public final class AdmissionFilter extends OncePerRequestFilter {

    /**
     * What has a place of its own: operators find the cause while everything else waits, and another service asks with a
     * limited number of calls.
     */
    private static final List<String> UNLIMITED = List.of("/v1/operations/", "/v1/audit/", "/v1/clock",
            "/v1/rebuild-check", "/v1/openapi", "/v1/internal/");

    private final AdmissionLimit limit;
    private final ProblemWriter problems;

    public AdmissionFilter(AdmissionLimit limit, ProblemWriter problems) {
        this.limit = limit;
        this.problems = problems;
    }

    /** Whether a path of a service is limited. */
    public static boolean isLimited(String path) {
        return path.startsWith("/v1/") && UNLIMITED.stream().noneMatch(path::startsWith);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isLimited(request.getRequestURI().substring(request.getContextPath().length()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestShare share = RequestShare.of(request);
        try {
            limit.enter(share);
        } catch (SystemBusy busy) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(busy.retryAfterSeconds()));
            problems.write(request, response, StandardProblem.BUSY, TraceId.of(request.getHeader("traceparent")));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            limit.leave(share);
        }
    }
}
