package org.refugio.scheduling.booking;

import org.refugio.scheduling.appointments.AppointmentPlan;

/** The result of checking a booking request. */
sealed interface BookingCheck {

    /** The request is valid. */
    record Accepted(AppointmentPlan plan) implements BookingCheck {}

    /** A rule refuses the request. */
    record Refused(BookingRefusal refusal) implements BookingCheck {}
}
