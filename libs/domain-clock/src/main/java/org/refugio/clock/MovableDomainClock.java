package org.refugio.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The system time plus the last known shared offset. The offset only grows. */
final class MovableDomainClock extends DomainClock {

    private final Clock system;
    private final SharedOffset shared;
    private final AtomicLong aheadMillis;

    /** Reads the offset first: a clock that started at 0 while the other services are ahead would go back in time. */
    MovableDomainClock(Clock system, SharedOffset shared) {
        this.system = system;
        this.shared = shared;
        this.aheadMillis = new AtomicLong(shared.read());
    }

    /** Reads the shared offset again. */
    void refresh() {
        raiseTo(shared.read());
    }

    private void raiseTo(long millis) {
        aheadMillis.accumulateAndGet(millis, Math::max);
    }

    @Override
    public boolean movable() {
        return true;
    }

    @Override
    public Duration ahead() {
        return Duration.ofMillis(aheadMillis.get());
    }

    @Override
    public void moveTo(Instant to) {
        refresh();
        Instant now = system.instant();
        if (to.isBefore(now.plus(ahead()))) {
            throw new IllegalArgumentException("The domain clock can only be moved forward");
        }
        long offset = Duration.between(now, to).toMillis();
        shared.raiseTo(offset);
        raiseTo(offset);
        refresh();
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
        return system.instant().plusMillis(aheadMillis.get());
    }

    @Override
    public long millis() {
        return system.millis() + aheadMillis.get();
    }
}
