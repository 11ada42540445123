package org.refugio.access.web.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.refugio.access.web.TraceId;
import org.refugio.access.web.command.BodyTooLarge;
import org.refugio.access.web.command.CachedCommandBody;
import org.refugio.access.web.problem.ProblemWriter;
import org.refugio.access.web.problem.RedactedExceptionFormat;
import org.refugio.access.web.problem.StandardProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Starts the {@link RequestAudit} of every request, and answers every uncaught exception with a problem detail. */
public final class AuditedRequestFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedRequestFilter.class);

    private final ProblemWriter problems;
    private final RequestAuditRecorder recorder;
    private final int largestBody;

    /** @param largestBody the maximum size of a command's body in bytes */
    public AuditedRequestFilter(ProblemWriter problems, RequestAuditRecorder recorder, int largestBody) {
        this.problems = problems;
        this.recorder = recorder;
        this.largestBody = largestBody;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(request.getContextPath() + "/v1/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        RequestAudit audit = new RequestAudit(TraceId.of(request.getHeader("traceparent")));
        audit.attachTo(request);
        AuditedResponse auditedResponse = new AuditedResponse(request, response, audit, recorder);
        boolean traced = MDC.get("traceId") != null;
        try (var _ = traced ? null : MDC.putCloseable("traceId", audit.traceId())) {
            chain.doFilter(CachedCommandBody.cache(request, largestBody), auditedResponse);
            if (!request.isAsyncStarted()) {
                auditedResponse.release();
            }
        } catch (BodyTooLarge _) {
            problems.write(request, auditedResponse, StandardProblem.TOO_LARGE);
        } catch (Exception e) {
            StandardProblem problem = StandardProblem.ofException(e);
            if (problem.status().is5xxServerError()) {
                LOG.error("A request failed outside of its route. Support code {}", audit.traceId(),
                        RedactedExceptionFormat.of(e));
            }
            if (!auditedResponse.isCommitted()) {
                auditedResponse.reset();
                problems.write(request, auditedResponse, problem, audit.traceId());
            }
        }
    }
}
