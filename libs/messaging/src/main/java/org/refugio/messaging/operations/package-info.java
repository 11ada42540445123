/** For operators: the backlog, replay and discard of parked events, and the recovery sweep. */
package org.refugio.messaging.operations;
