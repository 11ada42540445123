/** The procedure that cases follow, as data for other programs. */
package org.refugio.intake.procedure;
