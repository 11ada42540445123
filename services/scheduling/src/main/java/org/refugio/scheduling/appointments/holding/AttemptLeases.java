package org.refugio.scheduling.appointments.holding;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;

/**
 * How long an attempt may take, by the machine's clock and never by the domain's.
 *
 * @param intent after this an attempt counts as abandoned
 * @param looksAgain when, after an attempt was given up, claims are looked for that a stalled process wrote late
 * @param sweepEvery the pause between two sweeps
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

    /** At once, and then again. */
    public List<Instant> looks() {
        Instant now = now();
        return Stream.concat(Stream.of(now), looksAgain.stream().map(now::plus)).toList();
    }
}
