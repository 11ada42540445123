/** Every message that leaves or does not: written before the call, settled after it, never sent twice. */
package org.refugio.notification.ledger;
