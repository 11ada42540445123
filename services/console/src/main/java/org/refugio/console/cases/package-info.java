/** The pages about cases: finding, opening, reading and continuing them. */
package org.refugio.console.cases;
