/** The intake service: cases, the people that they are about, and the seven steps. */
package org.refugio.intake;
