package org.refugio.scheduling.appointments;

import java.time.Instant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.SchedulingEvent.AppointmentCancelled;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.springframework.stereotype.Component;

/** Cancels an appointment. The cancellation is stored first; then its claims are released. */
@Component
public class CancelAppointment {

    private final AggregateRepository<Appointment> appointments;
    private final DomainClock clock;
    private final AttemptLeases leases;
    private final ClaimRelease claimRelease;

    public CancelAppointment(AggregateRepository<Appointment> appointments, DomainClock clock, AttemptLeases leases,
            ClaimRelease claimRelease) {
        this.appointments = appointments;
        this.clock = clock;
        this.leases = leases;
        this.claimRelease = claimRelease;
    }

    /** @param seen the date, the status and the answer that the sender saw */
    public CommandOutcome handle(String id, EntityTag seen, CommandKey key, String by) {
        CommandOutcome outcome = appointments.change(id, key,
                found -> found.outdated(seen, Appointment.DATE, Appointment.STATUS, Appointment.ANSWER)
                        .<Decision<Appointment>>map(Decision::refused).orElseGet(() -> decide(found, by)));
        if (outcome instanceof CommandOutcome.Done) {
            claimRelease.releaseDue(id);
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
        return Decision.changed(found.cancelled(by, at, leases.now(), leases.releaseTimes()),
                new AppointmentCancelled(found.appointmentId(), found.revision(), found.about().caseId(),
                        found.about().office(), by, at));
    }
}
