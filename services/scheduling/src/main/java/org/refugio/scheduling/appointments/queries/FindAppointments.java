package org.refugio.scheduling.appointments.queries;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.conversions.Bson;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.refugio.scheduling.appointments.AppointmentStatus;
import org.refugio.scheduling.claims.ClaimIds;
import org.springframework.stereotype.Component;

/** Finds appointments that were published. */
@Component
public class FindAppointments {

    private static final List<String> COMMITTED = Arrays.stream(AppointmentStatus.values())
            .filter(AppointmentStatus::committed)
            .map(AppointmentStatus::name).toList();

    private final AggregateRepository<Appointment> appointments;

    FindAppointments(AggregateRepository<Appointment> appointments) {
        this.appointments = appointments;
    }

    /**
     * What to list; null means all.
     *
     * @param offices the offices that the caller may see
     * @param from the first local day, {@code to} the last
     * @param interpreters only appointments with one of these
     */
    public record Query(Set<String> offices, LocalDate from, LocalDate to, String caseId, Set<String> interpreters) {}

    public Optional<StoredAggregate<Appointment>> find(String id) {
        return appointments.find(id).filter(each -> each.state().status().committed());
    }

    /** A page, ordered by start. */
    public List<StoredAggregate<Appointment>> page(Query query, int skip, int limit) {
        List<Bson> filters = new ArrayList<>();
        if (query.caseId() != null) {
            filters.add(Filters.eq("state.about.caseId", query.caseId()));
        }
        if (query.from() != null) {
            filters.add(Filters.in("state.bucket", query.offices().stream().flatMap(office -> query.from()
                    .datesUntil(query.to().plusDays(1)).map(day -> ClaimIds.bucket(office, day))).toList()));
        }
        filters.add(Filters.in("state.about.office", query.offices()));
        filters.add(Filters.in("state.status", COMMITTED));
        if (query.interpreters() != null) {
            filters.add(Filters.in("state.plan.interpreterId", query.interpreters()));
        }
        return appointments.where(Filters.and(filters), Sorts.ascending("state.plan.when.start", "_id"), skip, limit);
    }
}
