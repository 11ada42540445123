package org.refugio.messaging.consumer;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.Event;
import org.refugio.messaging.event.EventCodec;
import org.refugio.messaging.observability.PipelineMetrics;
import org.refugio.messaging.operations.EventOperations;
import org.refugio.messaging.outbox.Outbox;

/** One pipeline per producer that this service handles, over one database and as one consumer group. */
public final class EventPipelines {

    private final Map<String, EventPipeline<?>> byProducer = new LinkedHashMap<>();
    private final ConsumerCursors cursors;
    private final ParkedEvents parked;

    public EventPipelines(List<EventHandler<? extends Event>> handlers, EventCodec codec, MongoDatabase database,
            String group,
            PipelineMetrics observations) {
        this.cursors = new ConsumerCursors(database, group);
        this.parked = new ParkedEvents(database);
        database.getCollection("waiting").createIndex(Indexes.ascending("since", "_id"));
        for (EventHandler<? extends Event> handler : handlers) {
            String producer = producerOf(handler);
            if (byProducer.put(producer,
                    new EventPipeline<>(producer, handler, codec, cursors, parked, observations)) != null) {
                throw new IllegalStateException("two handlers for the events of " + producer);
            }
        }
    }

    EventPipeline<?> of(String producer) {
        EventPipeline<?> pipeline = byProducer.get(producer);
        if (pipeline == null) {
            throw new IllegalStateException("refugio.messaging.consumes names " + producer
                    + ", but there is no EventHandler bean for its events");
        }
        return pipeline;
    }

    public List<EventPipeline<?>> all() {
        return List.copyOf(byProducer.values());
    }

    public EventOperations operations(Outbox outbox) {
        return new EventOperations(outbox, cursors, parked, all());
    }

    private static String producerOf(EventHandler<?> handler) {
        return EventCodec.PRODUCERS.entrySet().stream().filter(each -> each.getValue() == handler.producer())
                .map(Map.Entry::getKey).findFirst().orElseThrow(
                        () -> new IllegalStateException(handler.producer() + " is not a producer's sealed interface"));
    }
}
