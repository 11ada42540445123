/**
 * Delivers the ledger's messages: the scheduler polls, the dispatcher checks validity, the attempt claims and records,
 * the composer writes the text, the carrier sends it.
 */
package org.refugio.notification.ledger.delivery;
