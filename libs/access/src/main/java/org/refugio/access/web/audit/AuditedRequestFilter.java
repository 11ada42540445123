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

/** The first of this library's parts to see a request: opens its {@link RequestAudit}; no fault gets past it unformed. */
public final class AuditedRequestFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedRequestFilter.class);

    private final ProblemWriter problems;
    private final RequestAuditRecorder recorder;
    private final int largestBody;

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
        RequestAudit exchange = new RequestAudit(TraceId.of(request.getHeader("traceparent")));
        exchange.attachTo(request);
        AuditedResponse gate = new AuditedResponse(request, response, exchange, recorder);
        boolean traced = MDC.get("traceId") != null;
        try (var _ = traced ? null : MDC.putCloseable("traceId", exchange.traceId())) {
            chain.doFilter(CachedCommandBody.keep(request, largestBody), gate);
            if (!request.isAsyncStarted()) {
                gate.open();
            }
        } catch (BodyTooLarge _) {
            problems.write(gate, StandardProblem.TOO_LARGE.body());
        } catch (Exception e) {
            StandardProblem problem = StandardProblem.ofFault(e);
            LOG.error("A request failed before its route or after it. Support code {}", exchange.traceId(),
                    RedactedExceptionFormat.of(e));
            if (!gate.isCommitted()) {
                gate.reset();
                problems.write(gate, problem.body(exchange.traceId()));
            }
        }
    }
}
