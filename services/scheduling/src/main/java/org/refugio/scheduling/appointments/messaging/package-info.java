/** Applies people's replies to appointments. */
package org.refugio.scheduling.appointments.messaging;
