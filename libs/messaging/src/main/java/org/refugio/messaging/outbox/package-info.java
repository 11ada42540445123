/** Publishes the stored events of aggregates in order, after the write or, when a crash prevented that, by a sweep. */
package org.refugio.messaging.outbox;
