/** Runs background work concurrently. */
package org.refugio.notification.running;
