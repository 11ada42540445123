package org.refugio.scheduling.appointments;

import java.util.List;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Stored;
import org.refugio.scheduling.claims.Claims;
import org.springframework.stereotype.Component;

/** Frees what an appointment's state says is to be freed, and then says so in the state. */
@Component
public class Freeing {

    private final Aggregates<Appointment> appointments;
    private final Claims claims;
    private final Leases leases;

    public Freeing(Aggregates<Appointment> appointments, Claims claims, Leases leases) {
        this.appointments = appointments;
        this.claims = claims;
        this.leases = leases;
    }

    /** Free what is due. The note that it was done is left to the next sweep: nobody waits for it. */
    public void due(String id) {
        appointments.find(id).map(Stored::state).ifPresent(found -> free(found.holdings().due(leases.now())));
    }

    /** Free what is due, and note it. */
    public void settle(Appointment found) {
        List<Release> due = found.holdings().due(leases.now());
        if (!due.isEmpty()) {
            free(due);
            appointments.update(found.appointmentId(), now -> Decision.changed(now.freed(due)));
        }
    }

    /** Free what an attempt that was given up may have taken. */
    public void free(Hold hold) {
        claims.free(hold.token(), hold.claims());
    }

    private void free(List<Release> releases) {
        releases.stream().map(Release::hold).forEach(this::free);
    }
}
