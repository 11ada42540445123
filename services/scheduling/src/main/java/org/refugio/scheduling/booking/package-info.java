/** Booking and moving appointments, with all their resources or none, also after a crash. */
package org.refugio.scheduling.booking;
