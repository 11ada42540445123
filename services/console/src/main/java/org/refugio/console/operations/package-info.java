/** The page for operators: parked events by service, with replay and discard. */
package org.refugio.console.operations;
