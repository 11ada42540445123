/** Appointments: their status, their history, and the actions of staff and applicants. */
package org.refugio.scheduling.appointments;
