package org.refugio.scheduling.appointments;

import java.time.Instant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.SchedulingEvent.AppointmentCancelled;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.springframework.stereotype.Component;

/** Calls an appointment off. The cancellation is durable first; then all that was held is freed. */
@Component
public class CancelAppointment {

    private final AggregateRepository<Appointment> appointments;
    private final DomainClock clock;
    private final AttemptLeases leases;
    private final ClaimRelease freeing;

    public CancelAppointment(AggregateRepository<Appointment> appointments, DomainClock clock, AttemptLeases leases,
            ClaimRelease freeing) {
        this.appointments = appointments;
        this.clock = clock;
        this.leases = leases;
        this.freeing = freeing;
    }

    public CommandOutcome handle(String id, CommandKey key, String by) {
        CommandOutcome outcome = appointments.change(id, key, found -> decide(found, by));
        if (outcome instanceof CommandOutcome.Done) {
            freeing.due(id);
        }
        return outcome;
    }

    private Decision<Appointment> decide(Appointment found, String by) {
        if (found.setByAuthority()) {
            return Decision.refused(new AppointmentRefusal.SetByAuthority());
        }
        if (found.status() != AppointmentStatus.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        Instant at = clock.instant();
        return Decision.changed(found.cancelled(by, at, leases.now(), leases.looks()),
                new AppointmentCancelled(found.appointmentId(), found.revision(), found.about().caseId(),
                        found.about().office(), by, at));
    }
}
