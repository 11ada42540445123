/** Measured from outside on a whole installation of its own: commands, and their effects in other services. */
package org.refugio.bench.trial;
