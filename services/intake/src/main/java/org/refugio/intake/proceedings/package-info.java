/** What happens to a case on its way: facts that people record, and steps that other services' work moves. */
package org.refugio.intake.proceedings;
