/** Intake: the people, their cases and the seven steps. */
package org.refugio.intake;
