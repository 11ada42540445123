package org.refugio.access.web.problem;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a request is for a page, whose problems are pages and whose forms are read. A service has none. */
public interface PageRequests {

    boolean includes(HttpServletRequest request);
}
