package org.refugio.messaging.repository;

/**
 * An aggregate as it is stored.
 *
 * @param id the document's {@code _id}
 * @param version from 1, increased by one with every write that changes the state
 * @param sequence the sequence of the aggregate's last event; 0 when it has none
 * @param state the service's own immutable record
 */
public record StoredAggregate<S>(String id, long version, long sequence, S state) {}
