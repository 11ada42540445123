package org.refugio.messaging.repository;

/**
 * An aggregate as it stands in the store.
 *
 * @param id the document's {@code _id}
 * @param version grows by one with every write that changes the state; every write names the version it saw
 * @param sequence the sequence of the last event that this aggregate published (0: none)
 * @param state the service's own immutable record
 */
public record StoredAggregate<S>(String id, long version, long sequence, S state) {}
