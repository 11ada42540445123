/** The case: the person, the progress of the seven steps, and the facts of the proceedings. */
package org.refugio.intake.cases;
