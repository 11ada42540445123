package org.refugio.scheduling.appointments;

import java.time.Instant;
import java.util.Optional;
import org.refugio.messaging.event.DerivedIds;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.springframework.stereotype.Component;

/** Finds the appointment that represents a case's interview with the authority. */
@Component
public class AuthorityInterviews {

    private final AggregateRepository<Appointment> appointments;

    public AuthorityInterviews(AggregateRepository<Appointment> appointments) {
        this.appointments = appointments;
    }

    public static String idFor(String caseId) {
        return DerivedIds.derived("authority-interview", caseId);
    }

    /**
     * The date that is still ahead, if one is known. A past date whose attendance nobody has recorded is no date to
     * prepare for.
     */
    public Optional<AppointmentTime> upcomingDateOf(String caseId, Instant now) {
        return appointments.find(idFor(caseId)).map(StoredAggregate::state)
                .filter(each -> each.status() == AppointmentStatus.BOOKED)
                .map(each -> each.plan().when()).filter(when -> when.start().isAfter(now));
    }
}
