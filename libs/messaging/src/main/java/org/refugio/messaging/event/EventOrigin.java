package org.refugio.messaging.event;

import java.time.Instant;

/**
 * The origin of an event that is being handled.
 *
 * @param producer the producing service, for instance {@code intake}
 * @param aggregate the source aggregate's id
 * @param sequence the event's position in the order of that aggregate ({@link EventPosition}): from 1 without gaps, with a
 *     jump after a restore of the producer's store; never assigned twice
 * @param key the Kafka record's key (the case id where there is one)
 * @param committedAt when the producer committed it, by the system clock
 */
public record EventOrigin(String producer, String aggregate, long sequence, String key, Instant committedAt) {}
