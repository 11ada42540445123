package org.refugio.scheduling.appointments.holding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * How long an attempt may take, in machine time.
 *
 * @param intent after this an attempt is considered abandoned
 * @param looksAgain the delays after which the claims of an abandoned attempt are released again, because a stalled
 * process may have written them late
 * @param sweepEvery the delay between two sweeps
 */
@ConfigurationProperties("refugio.scheduling.leases")
public record AttemptLeases(Duration intent, List<Duration> looksAgain, Duration sweepEvery, InstantSource machine) {

    @ConstructorBinding
    public AttemptLeases(Duration intent, List<Duration> looksAgain, Duration sweepEvery) {
        this(intent, looksAgain, sweepEvery, InstantSource.system());
    }

    public Instant now() {
        return machine.instant();
    }

    public Instant expiry() {
        return now().plus(intent);
    }

    /** When the claims of an attempt that is abandoned now are released: immediately, and again after each delay. */
    public List<Instant> releaseTimes() {
        Instant now = now();
        return Stream.concat(Stream.of(now), looksAgain.stream().map(now::plus)).toList();
    }
}
