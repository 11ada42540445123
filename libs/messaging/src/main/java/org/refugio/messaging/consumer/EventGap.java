package org.refugio.messaging.consumer;

import java.time.Instant;

/**
 * Events of an aggregate that wait for one that has not arrived.
 *
 * @param producer the producing service
 * @param aggregate the id of the source aggregate
 * @param after the position of the last applied event; 0 when none was
 * @param next the position of the first waiting event
 * @param events the number of waiting events
 * @param since when the first of them to arrive was received, by the system clock
 */
public record EventGap(String producer, String aggregate, long after, long next, long events, Instant since) {}
