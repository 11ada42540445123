/** The command line of the library: {@code ./refugio clock}. */
package org.refugio.legalclock.cli;
