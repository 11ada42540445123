/** The proceedings of a case: facts that staff record, and steps that events of other services move. */
package org.refugio.intake.proceedings;
