package org.refugio.scheduling.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.refugio.clock.DomainClock;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AuthorityInterviews;
import org.refugio.scheduling.appointments.CancelAppointment;
import org.refugio.scheduling.appointments.holding.AttemptLeases;
import org.refugio.scheduling.appointments.holding.ClaimRelease;
import org.refugio.scheduling.claims.Claims;
import org.refugio.scheduling.offices.Offices;
import org.refugio.scheduling.resources.Resources;
import org.springframework.stereotype.Component;

/** The booking use cases of one process, wired manually so that its crash can be simulated. */
record BookingDesk(BookAppointment book, RescheduleAppointment reschedule, CancelAppointment cancel,
        RecordAuthorityInterview authority, BookingSweeper sweeper) {

    /** The real components that all processes share. */
    @Component
    record SharedComponents(Resources resources, Offices offices, DomainClock clock) {}

    static BookingDesk of(SharedComponents shared, AggregateRepository<Appointment> appointments, Claims claims,
            AtomicReference<Duration> clockOffset) {
        AttemptLeases leases = new AttemptLeases(Duration.ofSeconds(10), List.of(Duration.ofMinutes(2)),
                Duration.ofHours(1),
                () -> Instant.now().plus(clockOffset.get()));
        ClaimRelease claimRelease = new ClaimRelease(appointments, claims, leases);
        ClaimAcquisition claimAcquisition = new ClaimAcquisition(appointments, claims, leases);
        BookingAttemptExecutor executor = new BookingAttemptExecutor(appointments, claimAcquisition, claimRelease,
                leases,
                shared.clock());
        BookingRules rules = new BookingRules(shared.resources(), shared.offices(),
                new AuthorityInterviews(appointments), shared.clock());
        RecordAuthorityInterview authority = new RecordAuthorityInterview(appointments, claimAcquisition, claimRelease,
                new RecordAuthorityInterview.AuthorityTimes(shared.clock(), leases));
        return new BookingDesk(new BookAppointment(appointments, rules, executor, leases),
                new RescheduleAppointment(appointments, rules, executor, claimRelease, leases),
                new CancelAppointment(appointments, shared.clock(), leases, claimRelease), authority,
                new BookingSweeper(appointments, claimRelease, authority, leases));
    }
}
