/** Applies incoming events exactly once and in order per source aggregate, and parks those that cannot be applied. */
package org.refugio.messaging.consumer;
