package org.refugio.scheduling.booking;

import org.refugio.scheduling.appointments.Plan;

/** What the rules made of a wish. */
sealed interface Checked {

    /** It can be tried. */
    record Fits(Plan plan) implements Checked {}

    /** A rule said no. */
    record Against(BookingRefusal refusal) implements Checked {}
}
