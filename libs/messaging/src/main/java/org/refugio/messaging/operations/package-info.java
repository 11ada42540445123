/** What operators see and do: the backlog, replay, discard, and the recovery sweep. */
package org.refugio.messaging.operations;
