/** What other services' events do to cases and appointments here. */
package org.refugio.scheduling.appointments.messaging;
