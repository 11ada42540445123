package org.refugio.scheduling.booking;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.refugio.clock.DomainClock;
import org.refugio.clock.LocalStart;
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
import org.refugio.scheduling.appointments.holding.CollisionChecks;
import org.refugio.scheduling.cases.KnownCase;
import org.refugio.scheduling.claims.ClaimIds;
import org.springframework.stereotype.Component;

/**
 * Records the date that the authority set. It is recorded even if the person has another appointment; conflicting
 * appointments are listed as collisions until they have been moved.
 */
@Component
public class RecordAuthorityInterview {

    private static final String AUTHORITY = "authority";

    private final AggregateRepository<Appointment> appointments;
    private final ClaimAcquisition claimAcquisition;
    private final ClaimRelease claimRelease;
    private final AuthorityTimes times;

    RecordAuthorityInterview(AggregateRepository<Appointment> appointments, ClaimAcquisition claimAcquisition,
            ClaimRelease claimRelease,
            AuthorityTimes times) {
        this.appointments = appointments;
        this.claimAcquisition = claimAcquisition;
        this.claimRelease = claimRelease;
        this.times = times;
    }

    /** Domain time and machine time. */
    @Component
    record AuthorityTimes(DomainClock clock, AttemptLeases leases) {}

    public void record(AuthorityInterviewSet event, Optional<KnownCase> about, EventOrigin source) {
        String id = AuthorityInterviews.idFor(event.caseId());
        String token = "authority-" + source.sequence();
        AppointmentPlan plan = new AppointmentPlan(new AppointmentTime(event.localStart(), event.zone(), event.start(),
                AppointmentKind.authorityInterview().minutes(), isRepeatedHour(event)), null, null, null, null);
        String language = about.map(KnownCase::language).orElse(null);
        // all claims of the date: those that an earlier date lists were not necessarily obtained
        BookingIntent intent = new BookingAttempt(token, AUTHORITY).intent(plan, plan.claims(event.caseId()),
                times.leases());
        appointments.react(id, source, found -> Decision.changed(found
                .map(each -> each.withAttempt(intent, times.leases().releaseTimes()))
                .orElseGet(() -> Appointment.requested(id, new AppointmentSubject(event.caseId(), event.office(),
                        AppointmentKind.authorityInterview().id(), language), intent))));
        complete(id);
    }

    private static boolean isRepeatedHour(AuthorityInterviewSet event) {
        return LocalStart.of(event.localStart(), ZoneId.of(event.zone())).filter(LocalStart::repeatedHour).isPresent();
    }

    /** Completes a recorded date: takes its free claims and determines its collisions. Repeated after a crash. */
    void complete(String id) {
        appointments.find(id).map(StoredAggregate::state).filter(each -> each.holdings().intent() != null)
                .ifPresent(this::complete);
    }

    private void complete(Appointment found) {
        BookingIntent intent = found.holdings().intent();
        List<String> collisions = take(found, intent.plan(), intent.hold());
        appointments.update(found.appointmentId(), now -> {
            if (!now.holdings().isAttempting(intent.hold().token())) {
                return Decision.unchanged();
            }
            Appointment dated = now.dated(collisions, times.clock().instant(), times.leases().now());
            return Decision.changed(dated, BookingAttemptExecutor.event(now, dated, AUTHORITY, times.clock()));
        });
        releaseUnlessAlive(found, intent.hold());
        claimRelease.releaseDue(found.appointmentId());
    }

    /**
     * Determines the collisions of a date again: they may have been moved in the meantime. A past date has none any
     * more, because no move can resolve them.
     */
    void updateCollisions(Appointment found) {
        boolean past = !found.plan().when().end().isAfter(times.clock().instant());
        List<String> now = past ? List.of() : currentCollisions(found);
        appointments.update(found.appointmentId(), each -> {
            if (each.revision() != found.revision() || each.collisions().isEmpty()) {
                return Decision.unchanged();
            }
            CollisionChecks checks = found.collisionChecks().next(times.leases());
            return each.collisions().equals(now)
                    ? Decision.changed(each.withCollisions(now, checks))
                    : Decision.changed(each.withCollisions(now, checks),
                            each.collisionsChanged(now, times.clock().instant()));
        });
    }

    private List<String> currentCollisions(Appointment found) {
        List<String> others = found.collisions();
        for (ClaimSet hold : found.holdings().held()) {
            others = take(found, found.plan(), hold);
            releaseUnlessAlive(found, hold);
        }
        return others;
    }

    private List<String> take(Appointment found, AppointmentPlan plan, ClaimSet hold) {
        String bucket = ClaimIds.bucket(found.about().office(), plan.when().localStart().toLocalDate());
        return claimAcquisition.takeFree(found, bucket, hold, plan.claims(found.about().caseId()));
    }

    /** The date may have been changed concurrently. */
    private void releaseUnlessAlive(Appointment before, ClaimSet hold) {
        if (appointments.find(before.appointmentId()).filter(each -> each.state().holdings().isAlive(hold.token()))
                .isEmpty()) {
            claimRelease.release(hold);
        }
    }
}
