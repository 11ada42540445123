/** Commands: their idempotency key, what a use case decided, and the outcome that the client receives. */
package org.refugio.messaging.command;
