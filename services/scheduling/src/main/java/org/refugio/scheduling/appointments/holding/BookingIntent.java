package org.refugio.scheduling.appointments.holding;

import java.time.Instant;
import org.refugio.scheduling.appointments.AppointmentPlan;

/**
 * A first date or a move, written down before any claim is taken for it.
 *
 * @param hold the claims that are wanted besides those held already
 * @param plan the date that it is for
 * @param expiresAt by the machine's clock; after it anybody may abort it
 */
public record BookingIntent(ClaimSet hold, AppointmentPlan plan, String by, Instant expiresAt) {

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }
}
