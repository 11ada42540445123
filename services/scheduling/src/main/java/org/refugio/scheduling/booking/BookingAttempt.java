package org.refugio.scheduling.booking;

import java.util.List;
import java.util.UUID;
import org.refugio.scheduling.appointments.AppointmentPlan;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimSet;

/** One attempt by one request; its token distinguishes its claims from those of other attempts. */
record BookingAttempt(String token, String by) {

    static BookingAttempt by(String person) {
        return new BookingAttempt(UUID.randomUUID().toString(), person);
    }

    BookingIntent intent(AppointmentPlan plan, List<String> requested, AttemptLeases leases) {
        return new BookingIntent(new ClaimSet(token, requested), plan, by, leases.expiry());
    }
}
