package org.refugio.scheduling.validity;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.refugio.access.service.ServiceOnly;
import org.refugio.messaging.repository.AggregateRepository;
import org.refugio.messaging.repository.StoredAggregate;
import org.refugio.scheduling.appointments.Appointment;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AppointmentValidityController {

    private static final int MAX_APPOINTMENTS = 1000;

    private final AggregateRepository<Appointment> appointments;

    AppointmentValidityController(AggregateRepository<Appointment> appointments) {
        this.appointments = appointments;
    }

    /** The appointments to check. */
    record ValidityQuery(@NotNull @Valid @Size(max = MAX_APPOINTMENTS) List<AppointmentRevision> appointments) {}

    /** One revision of one appointment. */
    record AppointmentRevision(@NotBlank String id, int revision) {}

    /** The results, in the order of the query. */
    record ValidityResult(List<RevisionValidity> standing) {}

    /** Whether this revision is still valid. */
    record RevisionValidity(String id, int revision, boolean stands) {}

    @PostMapping("/v1/internal/standing")
    @ServiceOnly
    ValidityResult check(@Valid @RequestBody ValidityQuery query) {
        List<String> ids = query.appointments().stream().map(AppointmentRevision::id).distinct().toList();
        Map<String, Appointment> found = appointments
                .where(Filters.in("_id", ids), Sorts.ascending("_id"), 0, MAX_APPOINTMENTS)
                .stream().collect(Collectors.toMap(StoredAggregate::id, StoredAggregate::state));
        return new ValidityResult(
                query.appointments().stream().map(each -> new RevisionValidity(each.id(), each.revision(),
                        found.containsKey(each.id()) && found.get(each.id()).isValid(each.revision()))).toList());
    }
}
