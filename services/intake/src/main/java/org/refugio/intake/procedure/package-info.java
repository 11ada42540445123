/** The procedure that new cases follow, over HTTP. */
package org.refugio.intake.procedure;
