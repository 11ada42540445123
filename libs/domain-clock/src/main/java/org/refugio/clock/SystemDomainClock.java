package org.refugio.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The machine's time, for every installation that serves people. */
final class SystemDomainClock extends DomainClock {

    private final Clock machine;

    SystemDomainClock(Clock machine) {
        this.machine = machine;
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
        throw new IllegalStateException("This installation's clock is the machine's; only REFUGIO_CLOCK=movable moves");
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
        return machine.instant();
    }

    @Override
    public long millis() {
        return machine.millis();
    }
}
