package org.refugio.messaging.operations;

import java.util.List;
import org.refugio.messaging.consumer.ConsumerCursors;
import org.refugio.messaging.consumer.EventPipeline;
import org.refugio.messaging.consumer.ParkedEvents;
import org.refugio.messaging.outbox.Outbox;

/** What an operator sees and does about events: the backlog, and the parked ones. One bean. */
public final class EventOperations {

    private final Outbox outbox;
    private final ConsumerCursors cursors;
    private final ParkedEvents parked;
    private final List<EventPipeline<?>> pipelines;

    public EventOperations(Outbox outbox, ConsumerCursors cursors, ParkedEvents parked,
            List<EventPipeline<?>> pipelines) {
        this.outbox = outbox;
        this.cursors = cursors;
        this.parked = parked;
        this.pipelines = List.copyOf(pipelines);
    }

    /** What is on its way or stuck. */
    public EventBacklog backlog() {
        return EventBacklog.of(outbox, cursors, parked);
    }

    /** The parked records, oldest first. */
    public List<ParkedEvents.Parked> parked(int skip, int limit) {
        return parked.page(skip, limit);
    }

    /** Run a parked record again, and then what waits behind it; false when it is not there or failed again. */
    public boolean replay(String id) {
        return pipelines.stream().anyMatch(each -> each.replay(id));
    }

    /**
     * Give a parked record up. Its aggregate's later events go on without its effect.
     *
     * @param reason kept with the record; no personal data
     * @param by the operator's id
     * @return false when it is not there
     */
    public boolean discard(String id, String reason, String by) {
        return pipelines.stream().anyMatch(each -> each.discard(id, reason, by));
    }
}
