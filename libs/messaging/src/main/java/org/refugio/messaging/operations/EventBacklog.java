package org.refugio.messaging.operations;

import java.time.Duration;
import java.time.Instant;
import org.refugio.messaging.consumer.ConsumerCursors;
import org.refugio.messaging.consumer.ParkedEvents;
import org.refugio.messaging.outbox.Outbox;

/**
 * What is on its way or stuck in this service.
 *
 * @param pending aggregates with unsent events, and for how long the oldest has waited
 * @param waiting events that came before their turn, likewise
 * @param parked records at fault
 */
public record EventBacklog(long pending, Duration pendingAge, long waiting, Duration waitingAge, long parked) {

    static EventBacklog of(Outbox outbox, ConsumerCursors cursors, ParkedEvents parked) {
        Duration age = outbox.oldest().map(since -> Duration.between(since, Instant.now())).orElse(Duration.ZERO);
        return new EventBacklog(outbox.pending(), age, cursors.waitingCount(), cursors.waitingSince(), parked.count());
    }
}
