/** Scheduling's own copy of what it must know of a case: whose office, in which zone, in which language. */
package org.refugio.scheduling.cases;
