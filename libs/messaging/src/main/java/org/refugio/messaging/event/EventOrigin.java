package org.refugio.messaging.event;

import java.time.Instant;

/**
 * Where an event that is being handled came from.
 *
 * @param producer the producing service, for instance {@code intake}
 * @param aggregate the source aggregate's id
 * @param sequence its place in that aggregate's own order, from 1, without gaps; after a restore of the producer's store
 *     it goes on far above, and never comes again
 * @param key the Kafka record's key (the case id where there is one)
 * @param committedAt when the producer committed it, by the machine's clock
 */
public record EventOrigin(String producer, String aggregate, long sequence, String key, Instant committedAt) {}
