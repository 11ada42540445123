package org.refugio.messaging.command;

import java.util.Map;

/**
 * Refuses a command whose sender saw an earlier state. Its text describes the current state and the one that was seen; the
 * member {@code etag} is what the sender repeats the command with, after a look at the current state.
 */
public interface OutdatedRefusal extends Refusal {

    /** The current state, in the parts that the command depends on. */
    EntityTag current();

    @Override
    default Kind kind() {
        return Kind.OUTDATED;
    }

    @Override
    default Map<String, Object> details() {
        return Map.of("etag", current().toString());
    }
}
