/** The claims that an appointment holds, wants or has to release. */
package org.refugio.scheduling.appointments.holding;
