/** Finds what is due by the domain's time and hands it to the ledger. */
package org.refugio.notification.timers;
