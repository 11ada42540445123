/** Explains a deadline: as a text that can be checked by hand, and as a picture that can be printed. */
package org.refugio.legalclock.explanation;
