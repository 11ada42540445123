package org.refugio.launcher.process;

import java.util.List;
import java.util.Map;

/**
 * One process of an installation.
 *
 * @param stage processes of one stage start together, when all earlier stages are ready
 * @param ports all listening ports; clients use the first one
 */
public record ProcessSpec(String name, int stage, List<Integer> ports, Launch launch, ReadinessCheck readiness) {

    /** The command line and the additional environment variables. */
    public record Launch(List<String> command, Map<String, String> environment) {}

    int port() {
        return ports.getFirst();
    }
}
