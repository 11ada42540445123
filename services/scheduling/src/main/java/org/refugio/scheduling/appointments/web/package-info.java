/** Appointments over HTTP. */
package org.refugio.scheduling.appointments.web;
