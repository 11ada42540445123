package org.refugio.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The domain's time: machine time plus an offset that all services share. The offset is 0 for ever unless
 * {@code REFUGIO_CLOCK=movable}. Leases, tokens, Kafka and the audit trail use the machine's clock, never this one. One
 * bean, from this library's auto-configuration.
 */
public abstract class DomainClock extends Clock {

    /** Whether this installation is for practice. */
    public abstract boolean movable();

    /** How far the domain's time is ahead of the machine's. */
    public abstract Duration ahead();

    /**
     * Move the time forward to {@code to}, for all services.
     *
     * @throws IllegalStateException when the clock is not movable
     * @throws IllegalArgumentException when {@code to} is before the domain's now
     */
    public abstract void moveTo(Instant to);
}
