package org.refugio.scheduling.booking;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.refugio.clock.DomainClock;
import org.refugio.contracts.IntakeEvent.AuthorityInterviewSet;
import org.refugio.messaging.command.Decision;
import org.refugio.messaging.event.EventOrigin;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.procedure.process.AppointmentKind;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentPlan;
import org.refugio.scheduling.appointments.AppointmentSubject;
import org.refugio.scheduling.appointments.AppointmentTime;
import org.refugio.scheduling.appointments.AuthorityInterviews;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.BookingIntent;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.refugio.scheduling.appointments.holding.ClaimSet;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.claims.ClaimIds;
import org.springframework.stereotype.Component;

/**
 * Records the date that the authority set. It is a fact: it stands even where the person has another appointment, and
 * names those that it falls upon until somebody has moved them.
 */
@Component
public class RecordAuthorityInterview {

    private static final String AUTHORITY = "authority";

    private final AggregateRepository<Appointment> appointments;
    private final ClaimAcquisition taking;
    private final ClaimRelease freeing;
    private final AuthorityTimes times;

    RecordAuthorityInterview(AggregateRepository<Appointment> appointments, ClaimAcquisition taking,
            ClaimRelease freeing,
            AuthorityTimes times) {
        this.appointments = appointments;
        this.taking = taking;
        this.freeing = freeing;
        this.times = times;
    }

    /** What time it is, in the domain and on the machine. */
    @Component
    record AuthorityTimes(DomainClock clock, AttemptLeases leases) {}

    public void set(AuthorityInterviewSet event, Optional<KnownCase> about, EventOrigin source) {
        String id = AuthorityInterviews.idFor(event.caseId());
        String token = "authority-" + source.sequence();
        AppointmentPlan plan = new AppointmentPlan(new AppointmentTime(event.localStart(), event.zone(), event.start(),
                AppointmentKind.authorityInterview().minutes(), false), null, null, null, null);
        String language = about.map(KnownCase::language).orElse(null);
        appointments.react(id, source, found -> Decision.changed(found
                .map(each -> each.attempting(intent(each, plan, token), times.leases().looks()))
                .orElseGet(() -> Appointment.wanted(id, new AppointmentSubject(event.caseId(), event.office(),
                        AppointmentKind.authorityInterview().id(), language),
                        new BookingAttempt(token, AUTHORITY).intent(plan, plan.claims(event.caseId()),
                                times.leases())))));
        complete(id);
    }

    private BookingIntent intent(Appointment found, AppointmentPlan plan, String token) {
        Set<String> held = found.holdings().heldIds();
        return new BookingAttempt(token, AUTHORITY).intent(plan,
                plan.claims(found.about().caseId()).stream().filter(each -> !held.contains(each)).toList(),
                times.leases());
    }

    /** Carry a recorded date to its end: take what is free, and see what it falls upon. Again after a crash. */
    void complete(String id) {
        appointments.find(id).map(StoredAggregate::state).filter(each -> each.holdings().intent() != null)
                .ifPresent(this::complete);
    }

    private void complete(Appointment found) {
        BookingIntent intent = found.holdings().intent();
        List<String> fallsUpon = take(found, intent.plan(), intent.hold());
        appointments.update(found.appointmentId(), now -> {
            if (!now.holdings().awaiting(intent.hold().token())) {
                return Decision.unchanged();
            }
            Appointment dated = now.dated(fallsUpon, times.clock().instant(), times.leases().now());
            return Decision.changed(dated, BookingAttemptExecutor.event(now, dated, AUTHORITY, times.clock()));
        });
        freeUnlessAlive(found, intent.hold());
        freeing.due(found.appointmentId());
    }

    /** See again what a date falls upon: it may have been moved meanwhile. */
    void lookAgain(Appointment found) {
        List<String> others = found.collisions();
        for (ClaimSet hold : found.holdings().held()) {
            others = take(found, found.plan(), hold);
            freeUnlessAlive(found, hold);
        }
        List<String> now = others;
        appointments.update(found.appointmentId(),
                each -> each.revision() == found.revision() && !each.collisions().equals(now)
                        ? Decision.changed(each.fallingUpon(now), each.collisionsChanged(now, times.clock().instant()))
                        : Decision.unchanged());
    }

    private List<String> take(Appointment found, AppointmentPlan plan, ClaimSet hold) {
        String bucket = ClaimIds.bucket(found.about().office(), plan.when().localStart().toLocalDate());
        return taking.whatIsFree(found, bucket, hold, plan.claims(found.about().caseId()));
    }

    /** The date may have moved on while this one was busy. */
    private void freeUnlessAlive(Appointment before, ClaimSet hold) {
        if (appointments.find(before.appointmentId()).filter(each -> each.state().holdings().alive(hold.token()))
                .isEmpty()) {
            freeing.free(hold);
        }
    }
}
