package org.refugio.access.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a request that is rejected before it reaches a controller: with a problem detail, or the error page of pages. */
public final class RejectedRequests {

    private final ProblemWriter problems;
    private final PageRequests pages;

    public RejectedRequests(ProblemWriter problems, PageRequests pages) {
        this.problems = problems;
        this.pages = pages;
    }

    /** Writes the response. */
    public void answer(HttpServletRequest request, HttpServletResponse response, StandardProblem problem)
            throws IOException {
        if (pages.includes(request)) {
            response.sendError(problem.status().value());
        } else {
            problems.write(request, response, problem);
        }
    }
}
