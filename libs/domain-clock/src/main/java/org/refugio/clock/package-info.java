/** The clock of appointments, reminders and deadlines: the system clock, or a movable one in a practice installation. */
package org.refugio.clock;
