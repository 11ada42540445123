/** Moves steps on events of other services. */
package org.refugio.intake.proceedings.messaging;
