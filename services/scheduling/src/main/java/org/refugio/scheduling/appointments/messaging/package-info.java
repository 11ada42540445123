/** What the answers of people do to appointments here. */
package org.refugio.scheduling.appointments.messaging;
