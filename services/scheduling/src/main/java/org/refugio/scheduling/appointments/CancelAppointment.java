package org.refugio.scheduling.appointments;

import java.time.Instant;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.SchedulingEvent.AppointmentCancelled;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.springframework.stereotype.Component;

/** Calls an appointment off. The cancellation is durable first; then all that was held is freed. */
@Component
public class CancelAppointment {

    private final Aggregates<Appointment> appointments;
    private final DomainClock clock;
    private final Leases leases;
    private final Freeing freeing;

    public CancelAppointment(Aggregates<Appointment> appointments, DomainClock clock, Leases leases,
            Freeing freeing) {
        this.appointments = appointments;
        this.clock = clock;
        this.leases = leases;
        this.freeing = freeing;
    }

    public Outcome handle(String id, CommandKey key, String by) {
        Outcome outcome = appointments.change(id, key, found -> decide(found, by));
        if (outcome instanceof Outcome.Done) {
            freeing.due(id);
        }
        return outcome;
    }

    private Decision<Appointment> decide(Appointment found, String by) {
        if (found.setByAuthority()) {
            return Decision.refused(new AppointmentRefusal.SetByAuthority());
        }
        if (found.status() != Status.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        Instant at = clock.instant();
        return Decision.changed(found.cancelled(by, at, leases.now(), leases.looks()),
                new AppointmentCancelled(found.appointmentId(), found.revision(), found.about().caseId(),
                        found.about().office(), by, at));
    }
}
