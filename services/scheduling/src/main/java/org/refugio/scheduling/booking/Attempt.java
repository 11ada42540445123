package org.refugio.scheduling.booking;

import java.util.List;
import java.util.UUID;
import org.refugio.scheduling.appointments.Hold;
import org.refugio.scheduling.appointments.Intent;
import org.refugio.scheduling.appointments.Leases;
import org.refugio.scheduling.appointments.Plan;

/** One attempt by one request: its token tells its claims from those of every other one. */
record Attempt(String token, String by) {

    static Attempt by(String person) {
        return new Attempt(UUID.randomUUID().toString(), person);
    }

    Intent intent(Plan plan, List<String> wanted, Leases leases) {
        return new Intent(new Hold(token, wanted), plan, by, leases.expiry());
    }
}
