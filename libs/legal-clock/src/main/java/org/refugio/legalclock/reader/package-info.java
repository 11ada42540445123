/** Reads the data files and refuses, with file and line, whatever is incomplete or contradicts itself. */
package org.refugio.legalclock.reader;
