/** The fault run: a steady flow of commands while processes are killed, and a checker that trusts only what it saw itself. */
package org.refugio.e2e.faults;
