/** Answers notification whether an appointment is still valid at a revision. */
package org.refugio.scheduling.validity;
