package org.refugio.messaging.repository;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.refugio.messaging.outbox.Outbox;

/** {@link AggregateRepositoryFactory} in the service's own database. */
public final class MongoAggregateRepositoryFactory implements AggregateRepositoryFactory {

    private final MongoDatabase database;
    private final Outbox outbox;
    private final StateMapper mapper = new StateMapper();

    /** @param outbox publishes the events of every collection that this factory creates a repository for */
    public MongoAggregateRepositoryFactory(MongoDatabase database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    @Override
    public <S> AggregateRepository<S> of(String name, Class<S> state, Function<S, String> key, Bson... indexes) {
        MongoCollection<Document> collection = database.getCollection(name);
        outbox.register(collection);
        for (Bson index : indexes) {
            collection.createIndex(index);
        }
        return new MongoAggregateRepository<>(new VersionedCollection(collection), state, key, mapper, outbox);
    }
}
