/** The fault run: a steady flow of commands while processes are killed, and an independent checker. */
package org.refugio.e2e.faults;
