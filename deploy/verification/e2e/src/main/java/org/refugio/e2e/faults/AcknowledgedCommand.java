package org.refugio.e2e.faults;

import java.util.Map;

/**
 * A command that was answered 2xx, as the client saw it.
 *
 * @param what the command, for instance {@code open-case}
 * @param aggregate what the answer named
 * @param caseId the case it belongs to
 * @param facts what the client knows must hold from now on
 */
public record AcknowledgedCommand(String what, String aggregate, String caseId, long sequence,
        Map<String, String> facts) {}
