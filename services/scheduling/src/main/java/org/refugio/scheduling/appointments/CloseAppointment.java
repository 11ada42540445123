package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.SchedulingEvent.AppointmentHeld;
import org.refugio.contracts.SchedulingEvent.AppointmentMissed;
import org.refugio.messaging.command.CommandKey;
import org.refugio.messaging.command.CommandOutcome;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.command.EntityTag;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.springframework.stereotype.Component;

/** Records whether the person attended. */
@Component
public class CloseAppointment {

    private final AggregateRepository<Appointment> appointments;
    private final DomainClock clock;
    private final AttemptLeases leases;

    CloseAppointment(AggregateRepository<Appointment> appointments, DomainClock clock, AttemptLeases leases) {
        this.appointments = appointments;
        this.clock = clock;
        this.leases = leases;
    }

    /** @param seen the date and the status that the sender saw; an answer of the person in between changes nothing */
    public CommandOutcome recordHeld(String id, EntityTag seen, CommandKey key, String by) {
        return appointments.change(id, key,
                found -> inView(found, seen, () -> found.setByAuthority()
                        ? Decision.refused(new AppointmentRefusal.SetByAuthority())
                        : end(found, AppointmentStatus.HELD, by)));
    }

    /** @param seen as for {@link #recordHeld} */
    public CommandOutcome recordMissed(String id, EntityTag seen, CommandKey key, String by) {
        return appointments.change(id, key,
                found -> inView(found, seen, () -> end(found, AppointmentStatus.MISSED, by)));
    }

    private static Decision<Appointment> inView(Appointment found, EntityTag seen,
            Supplier<Decision<Appointment>> decision) {
        return found.outdated(seen, Appointment.DATE, Appointment.STATUS)
                .<Decision<Appointment>>map(Decision::refused).orElseGet(decision);
    }

    /**
     * Intake reports that the person attended the authority's interview: it is recorded as held, whatever date is
     * stored here.
     */
    public void recordAttended(String caseId, EventOrigin source, String by) {
        appointments.react(AuthorityInterviews.idFor(caseId), source,
                found -> found.filter(each -> each.status() == AppointmentStatus.BOOKED)
                        .map(each -> ended(each, AppointmentStatus.HELD, by))
                        .orElseGet(Decision::unchanged));
    }

    private Decision<Appointment> end(Appointment found, AppointmentStatus end, String by) {
        if (found.status() != AppointmentStatus.BOOKED) {
            return Decision.refused(new AppointmentRefusal.NotStanding(found.status()));
        }
        LocalDate day = found.plan().when().localStart().toLocalDate();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(found.plan().when().zone()));
        return today.isBefore(day)
                ? Decision.refused(new AppointmentRefusal.NotBeforeItsDay(day))
                : ended(found, end, by);
    }

    private Decision<Appointment> ended(Appointment found, AppointmentStatus end, String by) {
        Instant at = clock.instant();
        AppointmentSubject about = found.about();
        return Decision.changed(found.ended(end, by, at, leases.releaseTimes()), end == AppointmentStatus.HELD
                ? new AppointmentHeld(found.appointmentId(), found.revision(), about.caseId(), about.office(),
                        about.kind(), at)
                : new AppointmentMissed(found.appointmentId(), found.revision(), about.caseId(), about.office(), at));
    }
}
