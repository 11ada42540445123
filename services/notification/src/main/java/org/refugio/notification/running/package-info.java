/** Repeats background work on a thread of its own. */
package org.refugio.notification.running;
