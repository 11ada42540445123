package org.refugio.messaging.operations;

import java.util.List;
import org.refugio.messaging.consumer.EventGap;
import org.refugio.messaging.consumer.EventPipelines;
import org.refugio.messaging.consumer.ParkedEvents;
import org.refugio.messaging.outbox.Outbox;

/**
 * The operator's view of events: the backlog and the parked events. One bean, from this library's auto-configuration. Every
 * method throws {@link org.refugio.messaging.failure.TransientFailure} when the store does not respond.
 */
public final class EventOperations {

    private final Outbox outbox;
    private final EventPipelines pipelines;

    /** Over the service's own outbox and pipelines. */
    public EventOperations(Outbox outbox, EventPipelines pipelines) {
        this.outbox = outbox;
        this.pipelines = pipelines;
    }

    /** The events that are not yet published or applied. */
    public EventBacklog backlog() {
        return EventBacklog.of(outbox, pipelines);
    }

    /** A page of the parked events, oldest first. */
    public List<ParkedEvents.Parked> parked(int skip, int limit) {
        return pipelines.parked(skip, limit);
    }

    /**
     * Applies a parked event and then the events that wait for it.
     *
     * @return false when there is no such parked event, or when it failed again
     */
    public boolean replay(String id) {
        return pipelines.replay(id);
    }

    /**
     * Gives up a parked event.
     *
     * @param allLater whether all later events of its aggregate are given up too, as after the one that creates it; otherwise
     *        they are applied without it
     * @param reason stored with the event; no personal data
     * @param by the operator's id
     * @return false when there is no such parked event
     */
    public boolean discard(String id, boolean allLater, String reason, String by) {
        return pipelines.discard(id, allLater, reason, by);
    }

    /** A page of what was given up, newest first. */
    public List<ParkedEvents.Discarded> discarded(int skip, int limit) {
        return pipelines.discarded(skip, limit);
    }

    /** The aggregates whose next event is missing while later ones wait, those that have waited longest first. */
    public List<EventGap> gaps(int limit) {
        return pipelines.gaps(limit);
    }

    /**
     * Gives up the missing events of a gap, and applies those that wait.
     *
     * @param seen the gap as the operator saw it
     * @param reason stored; no personal data
     * @param by the operator's id
     * @return false when the gap has changed, or an event of the aggregate is parked
     */
    public boolean skip(EventGap seen, String reason, String by) {
        return pipelines.skip(seen, reason, by);
    }
}
