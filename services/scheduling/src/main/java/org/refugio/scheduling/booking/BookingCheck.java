package org.refugio.scheduling.booking;

import org.refugio.scheduling.appointments.AppointmentPlan;

/** What the rules made of a wish. */
sealed interface BookingCheck {

    /** It can be tried. */
    record Fits(AppointmentPlan plan) implements BookingCheck {}

    /** A rule said no. */
    record Against(BookingRefusal refusal) implements BookingCheck {}
}
