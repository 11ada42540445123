/** Finds appointments, limited to what the caller may see. */
package org.refugio.scheduling.appointments.queries;
