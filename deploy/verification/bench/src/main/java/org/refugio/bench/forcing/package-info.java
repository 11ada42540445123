/** The embedded store with and without forcing each commit to disk. */
package org.refugio.bench.forcing;
