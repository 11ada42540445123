/** Looks for planted personal data where none may stand in the clear. */
package org.refugio.testkit.canary;
