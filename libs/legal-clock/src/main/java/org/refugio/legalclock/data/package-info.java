/**
 * What the data files contain, as immutable values: calendars, rest days, municipalities and rules, each with its
 * source.
 */
package org.refugio.legalclock.data;
