/**
 * Deadlines as the Mexican authorities count them: two dates, the days that are skipped and why, and what is not
 * verified.
 */
package org.refugio.legalclock;
