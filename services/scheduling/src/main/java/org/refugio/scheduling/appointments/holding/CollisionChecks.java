package org.refugio.scheduling.appointments.holding;

import java.time.Duration;
import java.time.Instant;

/**
 * When the collisions of a date set by the authority are determined again: ever less often, so that unresolved ones do
 * not keep the sweeper busy.
 *
 * @param made the number of checks so far
 * @param next in machine time
 */
public record CollisionChecks(int made, Instant next) {

    /** No check was made yet. */
    public static final CollisionChecks NONE = new CollisionChecks(0, Instant.EPOCH);

    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 10;

    /** After one more check; the delay starts at the sweeper's period and doubles up to a minute. */
    public CollisionChecks next(AttemptLeases leases) {
        Duration delay = leases.sweepEvery().multipliedBy(1L << Math.min(made, MAX_DOUBLINGS));
        return new CollisionChecks(made + 1, leases.now().plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST));
    }
}
