/** The pages about time: today, the board, booking and moving. */
package org.refugio.console.booking;
