package org.refugio.messaging.repository;

import org.bson.conversions.Bson;

/** Makes the {@link AggregateRepository} of a service's collections. One bean, from this library's auto-configuration. */
public interface AggregateRepositoryFactory {

    /**
     * @param collection the collection's name in the service's own database
     * @param key the Kafka key of this aggregate's events, read from its state (the case id where there is one)
     * @param indexes ascending index keys that this service's own queries need, created at start
     */
    <S> AggregateRepository<S> of(String collection, Class<S> state, java.util.function.Function<S, String> key,
            Bson... indexes);
}
