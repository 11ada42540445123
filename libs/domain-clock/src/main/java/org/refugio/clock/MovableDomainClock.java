package org.refugio.clock;

import com.mongodb.MongoException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system time plus the last known shared offset. The offset only grows. It is read when the time is asked for and the
 * last reading is older than a period; while the store does not respond the last known one is used.
 */
final class MovableDomainClock extends DomainClock {

    private static final Logger LOG = LoggerFactory.getLogger(MovableDomainClock.class);

    private final Clock system;
    private final SharedOffset shared;
    private final AtomicLong aheadMillis;
    private final long periodNanos;
    private final LongSupplier nanoTime;
    private final AtomicLong lastRead;

    /** Reads the offset first: a clock that started at 0 while the other services are ahead would go back in time. */
    MovableDomainClock(Clock system, SharedOffset shared, Duration period) {
        this(system, shared, period, System::nanoTime);
    }

    MovableDomainClock(Clock system, SharedOffset shared, Duration period, LongSupplier nanoTime) {
        this.system = system;
        this.shared = shared;
        this.periodNanos = period.toNanos();
        this.nanoTime = nanoTime;
        this.lastRead = new AtomicLong(nanoTime.getAsLong());
        this.aheadMillis = new AtomicLong(shared.read());
    }

    /** Reads the shared offset again. */
    private void refresh() {
        raiseTo(shared.read());
    }

    /** One caller at a time reads; the others use what is known. */
    private long current() {
        long last = lastRead.get();
        long now = nanoTime.getAsLong();
        if (now - last >= periodNanos && lastRead.compareAndSet(last, now)) {
            try {
                refresh();
            } catch (MongoException e) {
                LOG.debug("the shared offset of the clock could not be read", e);
            }
        }
        return aheadMillis.get();
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
        return Duration.ofMillis(current());
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
        return system.instant().plusMillis(current());
    }

    @Override
    public long millis() {
        return system.millis() + current();
    }
}
