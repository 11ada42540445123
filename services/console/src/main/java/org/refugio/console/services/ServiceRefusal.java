package org.refugio.console.services;

import tools.jackson.databind.JsonNode;

/** A service answered with a problem (RFC 9457). */
public class ServiceRefusal extends RuntimeException {

    private final int status;
    private final transient JsonNode problem;

    ServiceRefusal(int status, JsonNode problem) {
        super("status " + status, null, false, false);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    /** Whether the sender of the command had seen an earlier state; {@code etag} of the problem is the current one. */
    public boolean isOutdated() {
        return status == 412;
    }

    /** The problem detail as it came. */
    public JsonNode problem() {
        return problem;
    }
}
