package org.refugio.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** A domain clock in another time zone. */
final class ZonedView extends Clock {

    private final DomainClock clock;
    private final ZoneId zone;

    ZonedView(DomainClock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ZonedView(clock, other);
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public long millis() {
        return clock.millis();
    }
}
