/** What other services' events mean for a case. */
package org.refugio.intake.cases.messaging;
