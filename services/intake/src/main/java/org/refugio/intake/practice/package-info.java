/** The domain's clock of a practice installation, seen and moved. */
package org.refugio.intake.practice;
