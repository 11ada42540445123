/** Scheduling's copy of each case's office, time zone and language. */
package org.refugio.scheduling.cases;
