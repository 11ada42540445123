/** The pages about cases: finding, opening, reading and going on with them. */
package org.refugio.console.cases;
