/** The scheduling service: who and what can be booked, and appointments that hold all they need or nothing. */
package org.refugio.scheduling;
