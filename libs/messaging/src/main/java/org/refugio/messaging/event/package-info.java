/** The encoding, headers, origin and order of events. */
package org.refugio.messaging.event;
