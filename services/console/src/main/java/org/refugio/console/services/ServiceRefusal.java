package org.refugio.console.services;

import java.util.List;
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

    /** The rule's stable name. */
    public String rule() {
        String type = problem.path("type").asString("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** The fields that are not right. */
    public List<String> fields() {
        return problem.path("errors").valueStream().map(each -> each.path("field").asString("")).toList();
    }

    /** By which a fault is found in the logs; empty when it was none. */
    public String supportCode() {
        return problem.path("supportCode").asString("");
    }
}
