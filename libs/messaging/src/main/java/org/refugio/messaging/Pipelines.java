package org.refugio.messaging;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.refugio.contracts.Event;

/** One pipeline per producer that this service handles, over one database and as one consumer group. */
final class Pipelines {

    private final Map<String, EventPipeline<?>> byProducer = new LinkedHashMap<>();
    private final Cursors cursors;
    private final ParkedEvents parked;

    Pipelines(List<EventHandler<? extends Event>> handlers, EventCodec codec, MongoDatabase database, String group,
            Observations observations) {
        this.cursors = new Cursors(database, group);
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

    List<EventPipeline<?>> all() {
        return List.copyOf(byProducer.values());
    }

    Operations operations(Outbox outbox) {
        return new Operations(outbox, cursors, parked, all());
    }

    private static String producerOf(EventHandler<?> handler) {
        return EventCodec.PRODUCERS.entrySet().stream().filter(each -> each.getValue() == handler.producer())
                .map(Map.Entry::getKey).findFirst().orElseThrow(
                        () -> new IllegalStateException(handler.producer() + " is not a producer's sealed interface"));
    }
}
