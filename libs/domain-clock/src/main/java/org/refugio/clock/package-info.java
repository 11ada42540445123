/** The time that appointments, reminders and deadlines follow: the machine's, or in a practice installation one that can be moved. */
package org.refugio.clock;
