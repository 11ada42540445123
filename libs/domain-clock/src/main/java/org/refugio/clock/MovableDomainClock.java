package org.refugio.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's time plus the shared offset, as last seen. The offset only grows. */
final class MovableDomainClock extends DomainClock {

    private final Clock machine;
    private final SharedOffset shared;
    private final AtomicLong aheadMillis;

    /** Reads the offset first: a clock that started at 0 while the others are ahead would go back in time. */
    MovableDomainClock(Clock machine, SharedOffset shared) {
        this.machine = machine;
        this.shared = shared;
        this.aheadMillis = new AtomicLong(shared.read());
    }

    /** Look again at what the other services agreed on. */
    void refresh() {
        keepLarger(shared.read());
    }

    private void keepLarger(long seen) {
        aheadMillis.accumulateAndGet(seen, Math::max);
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
        Instant now = machine.instant();
        if (to.isBefore(now.plus(ahead()))) {
            throw new IllegalArgumentException("The domain's time only moves forward");
        }
        long wanted = Duration.between(now, to).toMillis();
        shared.raiseTo(wanted);
        keepLarger(wanted);
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
        return machine.instant().plusMillis(aheadMillis.get());
    }

    @Override
    public long millis() {
        return machine.millis() + aheadMillis.get();
    }
}
