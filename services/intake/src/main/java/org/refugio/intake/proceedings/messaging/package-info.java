/** What other services' events mean for a case. */
package org.refugio.intake.proceedings.messaging;
