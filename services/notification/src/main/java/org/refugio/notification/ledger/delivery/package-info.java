/** Delivers the messages of the send ledger: scheduler, dispatcher, attempt, composer, carrier. */
package org.refugio.notification.ledger.delivery;
