/** Properties of the legal clock over random calendars, municipalities, rules and dates. */
package org.refugio.legalclock.property;
