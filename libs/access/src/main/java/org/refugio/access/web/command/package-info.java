/** Reads the idempotency key and the body of a command. */
package org.refugio.access.web.command;
