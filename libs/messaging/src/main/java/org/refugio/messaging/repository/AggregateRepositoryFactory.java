package org.refugio.messaging.repository;

import org.bson.conversions.Bson;

/** Creates an {@link AggregateRepository} for a collection. One bean, from this library's auto-configuration. */
public interface AggregateRepositoryFactory {

    /**
     * Creates the repository, its indexes, and the publication of its events.
     *
     * @param collection the name of the collection in the service's own database
     * @param state the record of the aggregate's state; Jackson must be able to write and read it
     * @param key the Kafka key of the aggregate's events, read from its state (the case id where there is one)
     * @param indexes the indexes that the service's queries need
     */
    <S> AggregateRepository<S> of(String collection, Class<S> state, java.util.function.Function<S, String> key,
            Bson... indexes);
}
