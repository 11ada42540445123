/** The task scheduler of a service's background work, with one policy for errors. */
package org.refugio.messaging.background;
