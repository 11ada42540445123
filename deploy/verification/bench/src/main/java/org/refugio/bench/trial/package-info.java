/** Measurements from outside on a separate installation: commands, and their effects in other services. */
package org.refugio.bench.trial;
