/** Finds the messages that are due in domain time and adds them to the ledger. */
package org.refugio.notification.timers;
