/** Stores aggregates together with their outbox, publishes their events, and applies the events of others exactly once. */
package org.refugio.messaging;
