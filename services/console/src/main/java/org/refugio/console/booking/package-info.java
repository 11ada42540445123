/** The pages for scheduling: today, the board, booking and moving. */
package org.refugio.console.booking;
