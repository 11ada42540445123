/** Defines the encoding, headers, origin and order of events, and deterministic ids. */
package org.refugio.messaging.event;
