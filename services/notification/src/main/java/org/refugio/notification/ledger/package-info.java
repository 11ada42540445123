/**
 * The ledger of messages: an entry is written before the carrier call and completed after it, and is never sent twice.
 */
package org.refugio.notification.ledger;
