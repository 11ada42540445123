/** Deadlines computed by hand from the articles, in a file that a lawyer can read. */
package org.refugio.legalclock.example;
