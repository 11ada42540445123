package org.refugio.launcher;

import java.util.List;
import java.util.Map;

/**
 * One process of an installation.
 *
 * @param stage parts of one stage start together, when all of the stages before are ready
 * @param ports all that it listens on; the first one is what others call
 */
record ProcessSpec(String name, int stage, List<Integer> ports, Launch launch, ReadinessCheck readiness) {

    /** The command line and what is added to the environment. */
    record Launch(List<String> command, Map<String, String> environment) {}

    int port() {
        return ports.getFirst();
    }
}
