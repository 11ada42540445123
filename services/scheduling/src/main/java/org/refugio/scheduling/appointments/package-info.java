/** Appointments: what each holds, where it stands, and what people and the authority do to it. */
package org.refugio.scheduling.appointments;
