package org.refugio.messaging;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/** {@link AggregateFactory} in the service's own database. */
final class MongoAggregateFactory implements AggregateFactory {

    private final MongoDatabase database;
    private final Outbox outbox;
    private final StateMapper mapper = new StateMapper();

    MongoAggregateFactory(MongoDatabase database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public <S> Aggregates<S> of(String name, Class<S> state, Function<S, String> key, Bson... indexes) {
        MongoCollection<Document> collection = database.getCollection(name);
        outbox.watch(collection);
        for (Bson index : indexes) {
            collection.createIndex(index);
        }
        return new MongoAggregates<>(collection, state, key, mapper, outbox);
    }
}
