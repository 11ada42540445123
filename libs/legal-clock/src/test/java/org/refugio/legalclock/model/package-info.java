/** A second implementation of the legal clock for the tests: slow, day by day, sharing no code with the library. */
package org.refugio.legalclock.model;
