/** The claims that an appointment holds, needs or has to release. */
package org.refugio.scheduling.appointments.holding;
