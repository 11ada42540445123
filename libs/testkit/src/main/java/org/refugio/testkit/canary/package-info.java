/** Searches files and databases for planted personal data in clear text. */
package org.refugio.testkit.canary;
