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

/** The booking of one process, put together by hand, so that it can be one that dies. */
record BookingDesk(BookAppointment book, RescheduleAppointment reschedule, CancelAppointment cancel,
        RecordAuthorityInterview authority, BookingSweeper sweeper) {

    /** The real parts that every desk stands on. */
    @Component
    record Ground(Resources resources, Offices offices, DomainClock clock) {}

    static BookingDesk of(Ground ground, AggregateRepository<Appointment> appointments, Claims claims,
            AtomicReference<Duration> ahead) {
        AttemptLeases leases = new AttemptLeases(Duration.ofSeconds(10), List.of(Duration.ofMinutes(2)),
                Duration.ofHours(1),
                () -> Instant.now().plus(ahead.get()));
        ClaimRelease freeing = new ClaimRelease(appointments, claims, leases);
        ClaimAcquisition taking = new ClaimAcquisition(appointments, claims, leases);
        BookingAttemptExecutor carrying = new BookingAttemptExecutor(appointments, taking, freeing, leases,
                ground.clock());
        BookingRules rules = new BookingRules(ground.resources(), ground.offices(),
                new AuthorityInterviews(appointments), ground.clock());
        RecordAuthorityInterview authority = new RecordAuthorityInterview(appointments, taking, freeing,
                new RecordAuthorityInterview.AuthorityTimes(ground.clock(), leases));
        return new BookingDesk(new BookAppointment(appointments, rules, carrying, leases),
                new RescheduleAppointment(appointments, rules, carrying, freeing, leases),
                new CancelAppointment(appointments, ground.clock(), leases, freeing), authority,
                new BookingSweeper(appointments, freeing, authority, leases));
    }
}
