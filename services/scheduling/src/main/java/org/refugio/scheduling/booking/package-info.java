/** Booking and moving: an appointment gets all that it needs or nothing, whatever dies meanwhile. */
package org.refugio.scheduling.booking;
