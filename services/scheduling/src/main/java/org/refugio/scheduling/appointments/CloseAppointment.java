package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.SchedulingEvent.AppointmentHeld;
import org.refugio.contracts.SchedulingEvent.AppointmentMissed;
import org.refugio.messaging.Aggregates;
import org.refugio.messaging.CommandKey;
import org.refugio.messaging.Decision;
import org.refugio.messaging.Outcome;
import org.refugio.messaging.SourceEvent;
import org.springframework.stereotype.Component;

/** Records whether the person came. */
@Component
public class CloseAppointment {

    private final Aggregates<Appointment> appointments;
    private final DomainClock clock;
    private final Leases leases;

    CloseAppointment(Aggregates<Appointment> appointments, DomainClock clock, Leases leases) {
        this.appointments = appointments;
        this.clock = clock;
        this.leases = leases;
    }

    public Outcome held(String id, CommandKey key, String by) {
        return appointments.change(id, key,
                found -> found.setByAuthority()
                        ? Decision.refused(new AppointmentRefusal.SetByAuthority())
                        : end(found, Status.HELD, by));
    }

    public Outcome missed(String id, CommandKey key, String by) {
        return appointments.change(id, key, found -> end(found, Status.MISSED, by));
    }

    /** Intake says that the person attended the authority's interview: it was held, whatever its date here. */
    public void attended(String caseId, SourceEvent source, String by) {
        appointments.react(AuthorityInterviews.idFor(caseId), source,
                found -> found.filter(each -> each.status() == Status.BOOKED)
                        .map(each -> ended(each, Status.HELD, by))
                        .orElseGet(Decision::unchanged));
    }

    private Decision<Appointment> end(Appointment found, Status end, String by) {
        if (found.status() != Status.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        LocalDate day = found.plan().when().localStart().toLocalDate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(found.plan().when().zone()));
        return today.isBefore(day)
                ? Decision.refused(new AppointmentRefusal.NotYet(day))
                : ended(found, end, by);
    }

    private Decision<Appointment> ended(Appointment found, Status end, String by) {
        Instant at = clock.instant();
        About about = found.about();
        return Decision.changed(found.ended(end, by, at, leases.looks()), end == Status.HELD
                ? new AppointmentHeld(found.appointmentId(), found.revision(), about.caseId(), about.office(),
                        about.kind(), at)
                : new AppointmentMissed(found.appointmentId(), found.revision(), about.caseId(), about.office(), at));
    }
}
