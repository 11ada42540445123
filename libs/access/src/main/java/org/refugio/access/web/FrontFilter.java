package org.refugio.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** The first of this library's parts to see a request: opens its {@link Exchange}; no fault gets past it unformed. */
final class FrontFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FrontFilter.class);

    private final ProblemWriter problems;
    private final AuditRecorder recorder;
    private final int largestBody;

    FrontFilter(ProblemWriter problems, AuditRecorder recorder, int largestBody) {
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
        Exchange exchange = new Exchange(TraceId.of(request.getHeader("traceparent")));
        exchange.attachTo(request);
        AnswerGate gate = new AnswerGate(request, response, exchange, recorder);
        boolean traced = MDC.get("traceId") != null;
        try (var _ = traced ? null : MDC.putCloseable("traceId", exchange.traceId())) {
            chain.doFilter(CommandBody.keep(request, largestBody), gate);
            if (!request.isAsyncStarted()) {
                gate.open();
            }
        } catch (BodyTooLarge _) {
            problems.write(gate, Problem.TOO_LARGE.body());
        } catch (Exception e) {
            Problem problem = Problem.ofFault(e);
            LOG.error("A request failed before its route or after it. Support code {}", exchange.traceId(),
                    WithoutMessages.of(e));
            if (!gate.isCommitted()) {
                gate.reset();
                problems.write(gate, problem.body(exchange.traceId()));
            }
        }
    }
}
