package org.refugio.e2e.faults;

import java.util.Map;

/**
 * A command that the client received a 2xx response for.
 *
 * @param what the command, for instance {@code open-case}
 * @param aggregate the id in the response
 * @param caseId the case it belongs to
 * @param facts what must hold from then on
 */
public record AcknowledgedCommand(String what, String aggregate, String caseId, long sequence,
        Map<String, String> facts) {}
