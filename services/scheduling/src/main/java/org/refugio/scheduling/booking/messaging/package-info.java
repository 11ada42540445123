/** Applies intake's events to cases and appointments. */
package org.refugio.scheduling.booking.messaging;
