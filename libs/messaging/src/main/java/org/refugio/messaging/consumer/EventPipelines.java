package org.refugio.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.refugio.contracts.Event;
import org.refugio.messaging.background.RecoverySweep;
import org.refugio.messaging.event.EventCodec;

/** The pipelines of a consumer group, one per producer that it has an {@link EventHandler} for, over one database. */
public final class EventPipelines implements AutoCloseable {

    private final Map<String, EventPipeline<?>> byProducer = new LinkedHashMap<>();
    private final ConsumerCursors cursors;
    private final WaitingEvents waiting;
    private final ParkedEvents parked;

    /**
     * @param database for cursors, waiting events and parked events
     * @param group the name of the consumer group
     * @throws IllegalStateException when two handlers are for the same producer
     */
    public EventPipelines(List<EventHandler<? extends Event>> handlers, EventCodec codec, MongoDatabase database,
            String group, PipelineMetrics metrics) {
        this.cursors = new ConsumerCursors(database, group);
        this.waiting = new WaitingEvents(database);
        this.parked = new ParkedEvents(database);
        database.getCollection("parked").createIndex(Indexes.ascending("producer", "aggregate"));
        for (EventHandler<? extends Event> handler : handlers) {
            String producer = producerOf(handler);
            if (byProducer.put(producer,
                    new EventPipeline<>(producer, handler, codec, cursors, waiting, parked, metrics)) != null) {
                throw new IllegalStateException("two handlers for the events of " + producer);
            }
        }
    }

    EventPipeline<?> pipelineOf(String producer) {
        EventPipeline<?> pipeline = byProducer.get(producer);
        if (pipeline == null) {
            throw new IllegalStateException("refugio.messaging.consumes contains " + producer
                    + ", but there is no EventHandler bean for its events");
        }
        return pipeline;
    }

    Collection<EventPipeline<?>> all() {
        return byProducer.values();
    }

    /** Whether the event at this position of an aggregate, and those before it, are applied. */
    public boolean reached(String producer, String aggregate, long position) {
        return position == 0 || cursors.reached(cursors.idOf(producer, aggregate), position);
    }

    /**
     * Stores the cursors of the events that are applied; this happens by itself within half a second.
     *
     * @throws org.refugio.messaging.failure.TransientFailure when the store does not respond
     */
    public void writeCursors() {
        cursors.write();
    }

    /** Stores what is not stored yet. Nothing is applied afterwards. */
    @Override
    public void close() {
        cursors.close();
    }

    /** One for each producer, which applies the waiting events whose turn has come. */
    public List<RecoverySweep> sweeps() {
        return byProducer.values().stream().map(each -> new RecoverySweep(each::mayWait, each::sweep)).toList();
    }

    /** The number of events that wait for an earlier one. */
    public long waitingCount() {
        return waiting.count();
    }

    /** How long the oldest waiting event has been waiting; zero when there is none. */
    public Duration oldestWaitingAge() {
        return waiting.oldestAge();
    }

    /** The number of parked events. */
    public long parkedCount() {
        return parked.count();
    }

    /** A page of the parked events, oldest first. */
    public List<ParkedEvents.Parked> parked(int skip, int limit) {
        return parked.page(skip, limit);
    }

    /** A page of what was given up, newest first. */
    public List<ParkedEvents.Discarded> discarded(int skip, int limit) {
        return parked.discarded(skip, limit);
    }

    /**
     * The aggregates whose next event has not arrived although later ones have, and of which none is parked; those that have
     * waited longest first.
     */
    public List<EventGap> gaps(int limit) {
        return waiting.groups(cursors.prefix(), limit).stream().map(cursors::gap)
                .filter(gap -> !parked.holds(gap.producer(), gap.aggregate())).toList();
    }

    /** Applies a parked event and the events that wait for it; whether it was found and applied. */
    public boolean replay(String id) {
        return repairs().anyMatch(each -> each.replay(id));
    }

    /**
     * Gives up a parked event, so that the events that wait for it are applied, or never are when {@code allLater}; whether
     * it was found.
     */
    public boolean discard(String id, boolean allLater, String reason, String by) {
        return repairs().anyMatch(each -> each.discard(id, allLater, reason, by));
    }

    /** Gives up the missing events of a gap; whether the gap was still the one that the operator saw. */
    public boolean skip(EventGap seen, String reason, String by) {
        EventPipeline<?> pipeline = byProducer.get(seen.producer());
        return pipeline != null && new PipelineRepair(pipeline, cursors, waiting, parked).skip(seen, reason, by);
    }

    private Stream<PipelineRepair> repairs() {
        return byProducer.values().stream().map(each -> new PipelineRepair(each, cursors, waiting, parked));
    }

    private static String producerOf(EventHandler<?> handler) {
        return EventCodec.PRODUCERS.entrySet().stream().filter(each -> each.getValue() == handler.producer())
                .map(Map.Entry::getKey).findFirst().orElseThrow(
                        () -> new IllegalStateException(handler.producer() + " is not a producer's sealed interface"));
    }
}
