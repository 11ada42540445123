/** Checks that every refusal has its text in every language. */
package org.refugio.testkit.problems;
