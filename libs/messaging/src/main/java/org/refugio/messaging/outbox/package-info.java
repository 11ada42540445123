/** Publishes the pending events of an aggregate after its write, in order, and again after a crash. */
package org.refugio.messaging.outbox;
