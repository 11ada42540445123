/** Reads the domain clock, and moves it in a practice installation. */
package org.refugio.intake.practice;
