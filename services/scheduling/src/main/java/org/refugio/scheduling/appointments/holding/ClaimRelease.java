package org.refugio.scheduling.appointments.holding;

import java.util.List;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.claims.Claims;
import org.springframework.stereotype.Component;

/** Releases the claims that an appointment's state lists for release, and then removes them from the state. */
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

    /**
     * Releases claims that are due. The state is updated by the next sweep, so that the caller does not wait for it.
     */
    public void releaseDue(String id) {
        appointments.find(id).map(StoredAggregate::state)
                .ifPresent(found -> release(found.holdings().due(leases.now())));
    }

    /** Releases claims that are due, and updates the state. */
    public void releaseDueAndUpdate(Appointment found) {
        List<PendingRelease> due = found.holdings().due(leases.now());
        if (!due.isEmpty()) {
            release(due);
            appointments.update(found.appointmentId(), now -> Decision.changed(now.withReleased(due)));
        }
    }

    /** Releases what an abandoned attempt may have taken. */
    public void release(ClaimSet hold) {
        claims.release(hold.token(), hold.claims());
    }

    private void release(List<PendingRelease> releases) {
        releases.stream().map(PendingRelease::hold).forEach(this::release);
    }
}
