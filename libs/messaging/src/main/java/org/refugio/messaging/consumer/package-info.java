/** Applies incoming events exactly once and in order per source aggregate; parks those that cannot be applied. */
package org.refugio.messaging.consumer;
