/** What intake's events do to cases and appointments here. */
package org.refugio.scheduling.booking.messaging;
