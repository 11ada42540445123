package org.refugio.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system time, for every installation except practice installations. */
final class SystemDomainClock extends DomainClock {

    private final Clock system;

    SystemDomainClock(Clock system) {
        this.system = system;
    }

    @Override
    public boolean movable() {
        return false;
    }

    @Override
    public Duration ahead() {
        return Duration.ZERO;
    }

    @Override
    public void moveTo(Instant to) {
        throw new IllegalStateException(
                "The clock of this installation cannot be moved; REFUGIO_CLOCK=movable would allow it");
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new ZonedView(this, zone);
    }

    @Override
    public Instant instant() {
        return system.instant();
    }

    @Override
    public long millis() {
        return system.millis();
    }
}
