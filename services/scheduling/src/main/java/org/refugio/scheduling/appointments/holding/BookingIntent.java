package org.refugio.scheduling.appointments.holding;

import java.time.Instant;
import org.refugio.scheduling.appointments.AppointmentPlan;

/**
 * A first date or a move, stored before any of its claims is taken.
 *
 * @param hold the claims that are needed besides those already held
 * @param plan the date that it is for
 * @param expiresAt in machine time; after it any instance may abandon it
 */
public record BookingIntent(ClaimSet hold, AppointmentPlan plan, String by, Instant expiresAt) {

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
