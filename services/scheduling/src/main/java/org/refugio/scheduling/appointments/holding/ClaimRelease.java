package org.refugio.scheduling.appointments.holding;

import java.util.List;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.claims.Claims;
import org.springframework.stereotype.Component;

/** Frees what an appointment's state says is to be freed, and then says so in the state. */
@Component
public class ClaimRelease {

    private final AggregateRepository<Appointment> appointments;
    private final Claims claims;
    private final AttemptLeases leases;

    public ClaimRelease(AggregateRepository<Appointment> appointments, Claims claims, AttemptLeases leases) {
        this.appointments = appointments;
        this.claims = claims;
        this.leases = leases;
    }

    /** Free what is due. The note that it was done is left to the next sweep: nobody waits for it. */
    public void due(String id) {
        appointments.find(id).map(StoredAggregate::state).ifPresent(found -> free(found.holdings().due(leases.now())));
    }

    /** Free what is due, and note it. */
    public void settle(Appointment found) {
        List<PendingRelease> due = found.holdings().due(leases.now());
        if (!due.isEmpty()) {
            free(due);
            appointments.update(found.appointmentId(), now -> Decision.changed(now.freed(due)));
        }
    }

    /** Free what an attempt that was given up may have taken. */
    public void free(ClaimSet hold) {
        claims.free(hold.token(), hold.claims());
    }

    private void free(List<PendingRelease> releases) {
        releases.stream().map(PendingRelease::hold).forEach(this::free);
    }
}
