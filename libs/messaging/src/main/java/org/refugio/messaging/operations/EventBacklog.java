package org.refugio.messaging.operations;

import java.time.Duration;
import java.time.Instant;
import org.refugio.messaging.consumer.EventPipelines;
import org.refugio.messaging.outbox.Outbox;

/**
 * The events of this service that are not yet published or applied.
 *
 * @param pending the number of aggregates with unpublished events
 * @param pendingAge how long the oldest of them has been pending; zero when there are none
 * @param waiting the number of events that arrived before their predecessor
 * @param waitingAge how long the oldest of them has been waiting; zero when there are none
 * @param parked the number of events that could not be applied
 */
public record EventBacklog(long pending, Duration pendingAge, long waiting, Duration waitingAge, long parked) {

    static EventBacklog of(Outbox outbox, EventPipelines pipelines) {
        long pending = outbox.pending();
        long waiting = pipelines.waitingCount();
        return new EventBacklog(pending, pending == 0 ? Duration.ZERO : pendingAge(outbox), waiting,
                waiting == 0 ? Duration.ZERO : pipelines.oldestWaitingAge(), pipelines.parkedCount());
    }

    private static Duration pendingAge(Outbox outbox) {
        return outbox.oldestPending().map(since -> Duration.between(since, Instant.now())).orElse(Duration.ZERO);
    }
}
