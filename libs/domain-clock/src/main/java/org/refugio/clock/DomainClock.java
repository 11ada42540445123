package org.refugio.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The domain's time: the system time plus an offset that all services share. The offset is always 0 unless
 * {@code REFUGIO_CLOCK=movable}. Leases, tokens, Kafka and the audit trail use the system clock instead. One bean, from this
 * library's auto-configuration.
 */
public abstract class DomainClock extends Clock {

    /** Whether the clock can be moved: only in practice installations. */
    public abstract boolean movable();

    /** How far the domain's time is ahead of the system time; zero or positive. */
    public abstract Duration ahead();

    /**
     * Moves the time forward to {@code to}, for all services. Other services follow the next time that they ask for the
     * time, at the latest when what they know of it is as old as the refresh period.
     *
     * @throws IllegalStateException when the clock is not movable
     * @throws IllegalArgumentException when {@code to} is before the domain's current time
     * @throws com.mongodb.MongoException when the store does not respond
     */
    public abstract void moveTo(Instant to);
}
