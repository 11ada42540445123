/** Booking and moving over HTTP. */
package org.refugio.scheduling.booking.web;
