package org.refugio.messaging;

import java.time.Duration;
import java.time.Instant;

/**
 * What is on its way or stuck in this service.
 *
 * @param pending aggregates with unsent events, and for how long the oldest has waited
 * @param waiting events that came before their turn, likewise
 * @param parked records at fault
 */
public record Backlog(long pending, Duration pendingAge, long waiting, Duration waitingAge, long parked) {

    static Backlog of(Outbox outbox, Cursors cursors, ParkedEvents parked) {
        Duration age = outbox.oldest().map(since -> Duration.between(since, Instant.now())).orElse(Duration.ZERO);
        return new Backlog(outbox.pending(), age, cursors.waitingCount(), cursors.waitingSince(), parked.count());
    }
}
